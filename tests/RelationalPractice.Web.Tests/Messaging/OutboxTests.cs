using RelationalPractice.Identity;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Pages.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

/// <summary>In Development, with nobody set up to send.</summary>
public abstract class OutboxTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    [Fact]
    public async Task Get_Outbox_ShowsWhatWouldHaveGoneOutWithItsWorkingLink()
    {
        var person = await PersonAsync(email: "krystal@example.org");
        var text = await InviteAsync(person);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendDueAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await InviteAsync(person, channel: MessageChannel.Email);
        await SendDueAsync();
        var browser = await Site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync(MessagingLinks.List());

        var page = await browser.FollowAsync("See what would have been sent");

        page.Document.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(
            ["E-mail to krystal@example.org, 14 January 2031, 10:22", $"Text to {International}, 14 January 2031, 10:21"]);
        var link = $"/f/{Key.CodeOf(text.AboutId).Value}";
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain(PublicAddress + link);
        Notify.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Get_OutboxBeforeAnythingWent_SaysWhatWillAppear() =>
        (await (await Site.SignInAsync(Role.QualityAssurance)).GetAsync(MessagingLinks.Outbox())).Text.ShouldContain("Nothing has gone out yet.");

    protected override IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeNotify notify) =>
        [KeyValuePair.Create("environment", "Development"), KeyValuePair.Create("Families:PublicAddress", PublicAddress)];

    public sealed class OnSqlite() : OutboxTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : OutboxTests(TestDatabaseProvider.PostgreSql);
}
