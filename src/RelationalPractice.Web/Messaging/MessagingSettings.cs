using System.Globalization;
using System.Net.Mail;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Messaging;

/// <summary>Who sends what, from <c>Notify:…</c> and <c>Smtp:…</c>. What does not fit together stops the start, and no key or token is ever repeated.</summary>
public sealed record MessagingSettings(NotifySettings? Notify, SmtpSettings? Smtp)
{
    /// <exception cref="UnsafeConfigurationException">With the one line that says what to set.</exception>
    public static MessagingSettings Read(IConfiguration configuration)
    {
        var settings = new MessagingSettings(NotifySettings.Read(configuration.GetSection("Notify")), SmtpSettings.Read(configuration.GetSection("Smtp")));
        return settings is { Notify.EmailTemplate: not null, Smtp: not null }
            ? throw new UnsafeConfigurationException("Notify:EmailTemplateId and Smtp:Host are both set: e-mails go by one of the two.")
            : settings;
    }
}

/// <param name="CallbackToken">With which Notify tells us what was delivered; null: it may not.</param>
/// <param name="InboundToken">With which Notify hands on texts that come back.</param>
public sealed record NotifySettings(
    NotifyKey Key, Uri Address, Guid? SmsTemplate, Guid? EmailTemplate, string? CallbackToken, string? InboundToken, TimeSpan? Patience = null)
{
    public const int TokenMinLength = 20;

    private const string DefaultAddress = "https://api.notifications.service.gov.uk";

    private static readonly string[] NeedTheKey = ["SmsTemplateId", "EmailTemplateId", "CallbackToken", "InboundToken"];

    internal static NotifySettings? Read(IConfigurationSection notify)
    {
        if (notify["ApiKey"] is not { Length: > 0 } key)
        {
            return NeedTheKey.FirstOrDefault(name => notify[name] is { Length: > 0 }) is { } alone
                ? throw new UnsafeConfigurationException($"Notify:{alone} is set and Notify:ApiKey is not: nothing could be sent with it.")
                : null;
        }

        var settings = new NotifySettings(
            NotifyKey.Parse(key) ?? throw new UnsafeConfigurationException("Notify:ApiKey is no key of GOV.UK Notify: copy it whole, it ends in two identifiers."),
            AddressOf(notify["Address"]),
            Template(notify, "SmsTemplateId"),
            Template(notify, "EmailTemplateId"),
            Token(notify, "CallbackToken"),
            Token(notify, "InboundToken"),
            PatienceOf(notify["Patience"]));
        return settings is { SmsTemplate: null, EmailTemplate: null }
            ? throw new UnsafeConfigurationException("Notify:ApiKey is set without Notify:SmsTemplateId or Notify:EmailTemplateId: nothing could be sent with it.")
            : settings;
    }

    public override string ToString() => "(settings of GOV.UK Notify)";

    private static Uri AddressOf(string? address) =>
        Uri.TryCreate(address is { Length: > 0 } ? address : DefaultAddress, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri is { IsLoopback: true, Scheme: "http" })
            ? new Uri(uri.AbsoluteUri.TrimEnd('/') + "/")
            : throw new UnsafeConfigurationException("Notify:Address must be a whole https address: families' numbers go there.");

    private static Guid? Template(IConfigurationSection notify, string name) => notify[name] switch
    {
        null or "" => null,
        var text when Guid.TryParse(text, out var id) => id,
        _ => throw new UnsafeConfigurationException($"Notify:{name} is no template's identifier: copy it from the template's page."),
    };

    private static TimeSpan? PatienceOf(string? text) => text switch
    {
        null or "" => null,
        _ when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var patience) && patience > TimeSpan.Zero && patience < Sender.CallTakesAtMost => patience,
        _ => throw new UnsafeConfigurationException("Notify:Patience is how long to wait for an answer, such as 00:00:20, and less than a minute."),
    };

    private static string? Token(IConfigurationSection notify, string name) => notify[name] switch
    {
        null or "" => null,
        { Length: >= TokenMinLength } token => token,
        _ => throw new UnsafeConfigurationException($"Notify:{name} must have {TokenMinLength} characters or more. Make one with 'openssl rand -hex 32'."),
    };
}

public sealed record SmtpSettings(string Host, int Port, MailAddress From, bool StartTls, string? User, string? Password)
{
    private const int DefaultPort = 587;

    public string FromDomain => From.Host;

    internal static SmtpSettings? Read(IConfigurationSection smtp)
    {
        if (smtp["Host"] is not { Length: > 0 } host)
        {
            return smtp["From"] is { Length: > 0 } || smtp["User"] is { Length: > 0 }
                ? throw new UnsafeConfigurationException("Smtp:From or Smtp:User is set and Smtp:Host is not: nothing could be sent with it.")
                : null;
        }

        if (!MailAddress.TryCreate(smtp["From"], out var from) || EmailAddress.Parse(from.Address) is null)
        {
            throw new UnsafeConfigurationException("Smtp:From must be an e-mail address, such as Family feedback <feedback@example.gov.uk>.");
        }

        if (!int.TryParse(smtp["Port"] ?? $"{DefaultPort}", out var port) || port is < 1 or > ushort.MaxValue)
        {
            throw new UnsafeConfigurationException("Smtp:Port must be a port, such as 587.");
        }

        var user = smtp["User"] is { Length: > 0 } name ? name : null;
        var password = smtp["Password"] is { Length: > 0 } secret ? secret : null;
        if (user is null != password is null)
        {
            throw new UnsafeConfigurationException("Smtp:User and Smtp:Password go together: one of them is not set.");
        }

        if (!bool.TryParse(smtp["StartTls"] ?? bool.TrueString, out var startTls))
        {
            throw new UnsafeConfigurationException("Smtp:StartTls must be true or false.");
        }

        return !startTls && password is not null
            ? throw new UnsafeConfigurationException("Smtp:StartTls is false: Smtp:Password would go over the network in clear.")
            : new SmtpSettings(host, port, from, startTls, user, password);
    }

    public override string ToString() => "(settings of the mail server)";
}
