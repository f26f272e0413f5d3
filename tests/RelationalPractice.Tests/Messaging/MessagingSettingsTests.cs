using Microsoft.Extensions.Configuration;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public class MessagingSettingsTests
{
    private const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private const string Key = $"families-live-{Service}-{Secret}";
    private const string Template = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    private const string Token = "0123456789abcdef0123";

    private static readonly (string, string?)[] Notify = [("Notify:ApiKey", Key), ("Notify:SmsTemplateId", Template)];
    private static readonly (string, string?)[] Smtp = [("Smtp:Host", "mail.example"), ("Smtp:From", "Family feedback <feedback@example.org>")];

    [Fact]
    public void Read_NothingSet_IsNobody() => Read().ShouldBe(new MessagingSettings(null, null));

    [Fact]
    public void Read_NotifyForTextsAndSmtpForEmails_AreBoth()
    {
        var settings = Read([.. Notify, .. Smtp, ("Notify:CallbackToken", Token)]);

        (settings.Notify!.SmsTemplate, settings.Notify.EmailTemplate, settings.Notify.CallbackToken).ShouldBe((Guid.Parse(Template), null, Token));
        settings.Notify.Address.ShouldBe(new Uri("https://api.notifications.service.gov.uk/"));
        (settings.Smtp!.Host, settings.Smtp.Port, settings.Smtp.StartTls, settings.Smtp.From.Address).ShouldBe(("mail.example", 587, true, "feedback@example.org"));
    }

    [Theory]
    [InlineData("Notify:ApiKey", "rubbish", "Notify:ApiKey")]
    [InlineData("Notify:ApiKey", Service + "-" + Secret + "x", "Notify:ApiKey")]
    [InlineData("Notify:ApiKey", null, "Notify:ApiKey")]
    [InlineData("Notify:SmsTemplateId", null, "Notify:SmsTemplateId")]
    [InlineData("Notify:SmsTemplateId", "greeting", "Notify:SmsTemplateId")]
    [InlineData("Notify:EmailTemplateId", Template, "Smtp:Host")]
    [InlineData("Notify:Address", "http://notify.example", "Notify:Address")]
    [InlineData("Notify:Address", "notify", "Notify:Address")]
    [InlineData("Notify:CallbackToken", "short", "Notify:CallbackToken")]
    [InlineData("Notify:InboundToken", "short", "Notify:InboundToken")]
    [InlineData("Notify:Patience", "-1", "Notify:Patience")]
    [InlineData("Notify:Patience", "00:01:00", "Notify:Patience")]
    [InlineData("Smtp:Host", null, "Smtp:Host")]
    [InlineData("Smtp:From", null, "Smtp:From")]
    [InlineData("Smtp:From", "feedback", "Smtp:From")]
    [InlineData("Smtp:Port", "0", "Smtp:Port")]
    [InlineData("Smtp:Port", "smtp", "Smtp:Port")]
    [InlineData("Smtp:User", "feedback", "Smtp:Password")]
    [InlineData("Smtp:Password", Token, "Smtp:User")]
    [InlineData("Smtp:StartTls", "maybe", "Smtp:StartTls")]
    public void Read_WhatDoesNotFit_SaysInOneLineWhatToSetAndNoSecret(string name, string? value, string named)
    {
        var refusal = Should.Throw<UnsafeConfigurationException>(() => Read([.. Notify, .. Smtp, (name, value)]));

        refusal.Message.ShouldContain(named);
        foreach (var secret in (string[])["\n", Secret, Service, Token, "short", "rubbish"])
        {
            refusal.Message.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void Read_PasswordWithoutTls_IsRefused() => Should.Throw<UnsafeConfigurationException>(
        () => Read([.. Smtp, ("Smtp:User", "feedback"), ("Smtp:Password", Token), ("Smtp:StartTls", "false")])).Message.ShouldContain("Smtp:Password");

    [Fact]
    public void ToString_OfWhatHoldsSecrets_SaysNone()
    {
        var settings = Read([.. Notify, .. Smtp, ("Notify:CallbackToken", Token), ("Notify:InboundToken", Token), ("Smtp:User", "feedback"), ("Smtp:Password", Token)]);
        var letter = new Letter(Guid.NewGuid(), MessageChannel.Sms, "+447700900123", "", "https://feedback.example/f/code");

        foreach (var text in (string[])[$"{settings}", $"{settings.Notify}", $"{settings.Notify!.Key}", $"{settings.Smtp}", $"{letter}"])
        {
            foreach (var secret in (string[])[Secret, Service, Token, "+447700900123", "code"])
            {
                text.ShouldNotContain(secret);
            }
        }
    }

    private static MessagingSettings Read(params (string Name, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return MessagingSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
