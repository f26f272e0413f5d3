using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class NotifyKeyRefusedTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    private const string OtherSecret = "5b1ff7a1-0000-4b52-9b0f-2b3f4a3a9d11";

    [Fact]
    public async Task SendDue_KeyOfAnotherService_WaitsAndStaffRead()
    {
        var message = await ToContactAsync(Mobile);

        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Waiting, WhyNot.KeyRefused));
        Notify.Taken.ShouldBeEmpty();
        var page = await (await Site.SignInAsync(Identity.Role.QualityAssurance)).GetAsync("/staff");
        page.Text.ShouldContain("Messages wait. GOV.UK Notify refuses our key");
        Site.Log.Text.ShouldNotContain(OtherSecret);
    }

    protected override IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeNotify notify) =>
        [.. base.SettingsFor(notify).Where(setting => setting.Key != "Notify:ApiKey"), KeyValuePair.Create("Notify:ApiKey", $"families-{FakeNotify.ServiceId}-{OtherSecret}")];

    public sealed class OnSqlite() : NotifyKeyRefusedTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : NotifyKeyRefusedTests(TestDatabaseProvider.PostgreSql);
}
