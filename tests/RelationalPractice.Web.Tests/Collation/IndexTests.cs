using System.Net;
using RelationalPractice.Administration;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class IndexTests(StaffSite site) : IAsyncLifetime
{
    [Fact]
    public async Task Get_NothingUnread_SaysWhatWillAppear()
    {
        var page = await OpenAsync("/collation");

        page.Text.ShouldContain("Every response has been read.");
        page.Document.QuerySelector("table").ShouldBeNull();
    }

    [Fact]
    public async Task Get_Queue_ShowsRaisedFirstThenByDayThenInTheOrderOfRandomIdentifiers()
    {
        var tomorrow = site.Today().AddDays(1);
        var late = await site.ReceiveAnonymousAsync(site.Today().AddDays(-1));
        var raisedTomorrow = await site.ReceiveAnonymousAsync(tomorrow, raised: true);
        var sameDay = new List<SurveyResponse>();
        for (var count = 0; count < 8; count++)
        {
            sameDay.Add(await site.ReceiveAnonymousAsync(tomorrow));
        }

        var raisedToday = await site.ReceiveAnonymousAsync(raised: true);

        var shown = Shown(await OpenAsync("/collation"));

        shown[..3].ShouldBe([raisedToday.Id, raisedTomorrow.Id, late.Id]);
        shown[3..].ShouldBe(InTheOrderOfTheDatabase(sameDay.Select(r => r.Id)));
    }

    [Fact]
    public async Task Get_Queue_SaysWhatIsKnownAndNothingOfArrival()
    {
        var area = new ServiceArea { Id = Guid.NewGuid(), Name = $"Early help {Guid.NewGuid():N}" };
        await site.SaveAsync(area);
        await site.ReceiveAnonymousAsync(site.Today().AddDays(-1), raised: true, Audience.YoungPerson, area.Id);
        await site.ReceiveNamedAsync(name: "Never Shown Here");

        var page = await OpenAsync("/collation");

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
        rows.ShouldBe(
        [
            $"Read what must be read by {Day(site.Today().AddDays(-1))} Raised Overdue|Young person|Anonymous|{area.Name}",
            $"Read what must be read by {Day(site.Today())} Today|Parent or carer|Named|Service area not known",
        ]);
        page.Text.ShouldContain("2 unread: 1 raised, 1 overdue, 1 to read today.");
    }

    [Fact]
    public async Task Get_Filter_ShowsOnlyThatKindAndKeepsItOnTheWay()
    {
        var young = await site.ReceiveAnonymousAsync(audience: Audience.YoungPerson);
        var named = await site.ReceiveNamedAsync();
        var browser = await SignInAsync();
        await browser.GetAsync("/collation");

        Shown(await browser.SubmitAsync("Show", ("audience", AudienceSlug.YoungPerson))).ShouldBe([young.Id]);
        Shown(await browser.SubmitAsync("Show", ("audience", ""), ("tier", TierSlug.Named))).ShouldBe([named.Id]);
        browser.Page.Document.QuerySelector("tbody a")!.GetAttribute("href")!.ShouldEndWith($"{named.Id}?tier=named");
        (await browser.SubmitAsync("Show", ("audience", AudienceSlug.YoungPerson))).Text.ShouldContain("None of the unread responses is of this kind.");
    }

    [Theory]
    [InlineData("?audience=nobody&tier=all")]
    [InlineData("?after=elsewhere")]
    [InlineData("?after=1-20260101-' OR 1=1")]
    public async Task Get_WhatNoPageWrote_ShowsTheWholeQueue(string query)
    {
        var response = await site.ReceiveAnonymousAsync();

        Shown(await OpenAsync("/collation" + query)).ShouldBe([response.Id]);
    }

    [Fact]
    public async Task Next_LongQueue_ShowsEachResponseOnceThoughColleaguesReadMeanwhile()
    {
        var all = new List<Guid>();
        for (var count = 0; count < ReadingQueue.PageSize + 5; count++)
        {
            all.Add((await site.ReceiveAnonymousAsync(site.Today().AddDays(count % 2), raised: count % 20 == 0)).Id);
        }

        var browser = await SignInAsync();
        var first = Shown(await browser.GetAsync("/collation"));
        await MarkReadAsync(first[0]);
        await MarkReadAsync(first[^1]);
        var second = Shown(await browser.FollowAsync($"Next {ReadingQueue.PageSize}"));

        first.Count.ShouldBe(ReadingQueue.PageSize);
        first.Concat(second).ShouldBe(all, ignoreOrder: true);
        Shown(await browser.FollowAsync($"Back to the first {ReadingQueue.PageSize}")).ShouldBe(first.Except([first[0], first[^1]]).Concat(second[..2]));
    }

    [Fact]
    public async Task Get_PageAfterTheLast_SaysSo()
    {
        await site.ReceiveAnonymousAsync();
        var end = new QueuePosition(Raised: false, site.Today().AddDays(30), Guid.NewGuid());

        (await OpenAsync($"/collation?after={end}")).Text.ShouldContain("There are no more after these.");
    }

    [Fact]
    public async Task StaffHome_QualityAssurance_CountsWhatWaits()
    {
        await site.ReceiveAnonymousAsync(site.Today().AddDays(-3));
        await site.ReceiveAnonymousAsync(site.Today(), raised: true);
        await site.ReceiveAnonymousAsync(site.Today().AddDays(1));

        var page = await OpenAsync("/staff");

        page.Document.QuerySelectorAll(".practice-waiting li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["1 raised: read first", "1 overdue", "1 to read today", "3 unread in all"]);
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private Task<PageClient> SignInAsync() => site.SignInAsync(Role.QualityAssurance);

    private async Task<Page> OpenAsync(string path)
    {
        var page = await (await SignInAsync()).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    private Task MarkReadAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        (await db.SurveyResponses.FindAsync(id))!.MarkRead(new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync();
    });

    private static List<Guid> Shown(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody a").Select(link => Guid.Parse(link.GetAttribute("href")!.Split('/', '?')[2]))];

    private IEnumerable<Guid> InTheOrderOfTheDatabase(IEnumerable<Guid> ids) => site.Database.Provider == TestDatabaseProvider.Sqlite
        ? ids.OrderBy(id => Convert.ToHexString(id.ToByteArray()), StringComparer.Ordinal)
        : ids.OrderBy(id => id.ToString("N"), StringComparer.Ordinal);

    private static string Day(DateOnly day) => StaffWords.Of(day);

    // The queue is one for the whole database, so each test has a database of its own.
    public sealed class OnSqlite() : IndexTests(new SqliteSite());

    public sealed class OnPostgreSql() : IndexTests(new PostgreSqlSite());
}
