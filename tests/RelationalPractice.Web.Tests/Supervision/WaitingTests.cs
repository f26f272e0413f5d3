using RelationalPractice.Identity;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.MyFeedback;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Supervision;

/// <summary>What waits for managers and workers, on the first page and on the list of teams.</summary>
public abstract class WaitingTests(StaffSite site)
{
    [Fact]
    public async Task StaffHome_Manager_CountsTheirOwnTeamsAlone()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var other = await ReleasedFeedback.OfNewTeamAsync(site);
        await other.NamedAsync(ReleasedFeedback.FiveFives);
        await released.NamedAsync("Long", null, SupervisionWaiting.LongDays, ReleasedFeedback.FiveFives);
        await released.NamedAsync("Not so long", null, SupervisionWaiting.LongDays - 1, ReleasedFeedback.FiveFives);
        await released.SupervisedAsync(await released.NamedAsync("Talked about", null, 60, ReleasedFeedback.FiveFives), followUpOn: site.Today(), daysAgo: 5);
        await released.TakeBackAsync(await released.NamedAsync("Taken back", null, 60, ReleasedFeedback.FiveFives));
        var browser = await released.AsManagerAsync();

        Waiting(await browser.GetAsync("/staff")).ShouldBe(["1 waiting 30 days or more", "2 to talk about in all", "3 new to you", "1 follow-up due"]);
        var list = await browser.GetAsync(SupervisionLinks.Workers());
        list.Document.QuerySelectorAll("tbody tr").Select(ShownWords.Of).ShouldBe(
            [$"{released.Worker.Name} To talk about: 2 from families 1 for 30 days or more Last supervision: {StaffWords.Of(site.Today().AddDays(-5))} Follow-up: due since {StaffWords.Of(site.Today())}"]);
    }

    [Fact]
    public async Task StaffHome_Worker_CountsWhatIsNewUntilItIsOpened()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await released.AsWorkerAsync();

        Waiting(await browser.GetAsync("/staff")).ShouldBe(["1 new to you", "1 to talk about in supervision", "0 follow-ups due"]);
        await browser.GetAsync(MyFeedbackLinks.Feedback(id));
        Waiting(await browser.GetAsync("/staff")).ShouldBe(["0 new to you", "1 to talk about in supervision", "0 follow-ups due"]);
        await released.SupervisedAsync(id);
        (await browser.GetAsync("/staff")).Text.ShouldContain("Nothing is new.");
    }

    [Fact]
    public async Task StaffHome_SupervisionOnTheDayOfTheFollowUp_EndsIt()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync(ReleasedFeedback.FiveFives);
        await released.SupervisedAsync(id, followUpOn: site.Today(), daysAgo: 20);
        await released.SupervisedAsync(id, daysAgo: 1);
        var browser = await released.AsManagerAsync();
        Waiting(await browser.GetAsync("/staff")).ShouldContain("1 follow-up due");

        await released.SupervisedAsync(id);

        (await browser.GetAsync("/staff")).Text.ShouldContain("All feedback that was released about your teams has been talked about.");
    }

    [Fact]
    public async Task Get_ManagerWithoutATeam_SaysWhatWillAppear() =>
        (await (await site.SignInAsync(Role.Manager)).GetAsync(SupervisionLinks.Workers())).Text.ShouldContain("You manage no team yet.");

    private static IEnumerable<string> Waiting(Page page) => page.Document.QuerySelectorAll(".practice-waiting li").Select(ShownWords.Of);

    public sealed class OnSqlite(SqliteSite site) : WaitingTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : WaitingTests(site), IClassFixture<PostgreSqlSite>;
}
