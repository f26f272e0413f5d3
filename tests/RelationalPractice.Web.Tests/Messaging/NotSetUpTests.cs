using RelationalPractice.Identity;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class NotSetUpTests(TestDatabaseProvider provider, bool hasNotify, string told) : MessagingTests(provider)
{
    [Fact]
    public async Task SendDue_NotSetUp_LeavesEverythingWaitingAndStaffRead()
    {
        var message = await InviteAsync();

        (await SendDueAsync()).Any.ShouldBeFalse();

        Notify.Calls.ShouldBe(0);
        var read = await ReadAsync(message);
        (read.State, read.Attempts).ShouldBe((OutgoingMessageState.Waiting, 0));
        (await (await Site.SignInAsync(Role.QualityAssurance)).GetAsync("/staff")).Text.ShouldContain(told);
    }

    protected override IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeNotify notify) => hasNotify ? notify.Settings : [];

    public sealed class NobodyOnSqlite() : NotSetUpTests(TestDatabaseProvider.Sqlite, hasNotify: false, "neither GOV.UK Notify nor a mail server is set");

    public sealed class NobodyOnPostgreSql() : NotSetUpTests(TestDatabaseProvider.PostgreSql, hasNotify: false, "neither GOV.UK Notify nor a mail server is set");

    public sealed class NoAddressOnSqlite() : NotSetUpTests(TestDatabaseProvider.Sqlite, hasNotify: true, "Families:PublicAddress is not set");

    public sealed class NoAddressOnPostgreSql() : NotSetUpTests(TestDatabaseProvider.PostgreSql, hasNotify: true, "Families:PublicAddress is not set");
}
