using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Supervision;

public abstract class WorkerTests(StaffSite site)
{
    [Fact]
    public async Task Get_Released_ListsCelebrationsFirstThenNewestFirst()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var old = await released.NamedAsync("Old Friend", null, 40, ReleasedFeedback.Scores(2, 4, 4, 4, 4));
        var celebrated = await released.NamedAsync("Glad Parent", null, 50, [.. ReleasedFeedback.FiveFives, ReleasedFeedback.Words("She stayed.")]);
        var limited = await released.WorkerOnlyAsync(ReleasedFeedback.FiveFives);

        var page = await OpenAsync(released);

        page.Document.QuerySelectorAll(".practice-feedback__list a").Select(a => a.GetAttribute("href"))
            .ShouldBe([SupervisionLinks.Feedback(celebrated), SupervisionLinks.Feedback(limited), SupervisionLinks.Feedback(old)]);
        page.Document.QuerySelector(".practice-feedback--celebrate")!.TextContent.ShouldContain($"Glad Parent, {StaffWords.Of(site.Today().AddDays(-50))}");
        page.Document.QuerySelectorAll(".practice-feedback__list li").Select(ShownWords.Of).ShouldContain(
            $"Parent or carer, {Anonymity.Month.Of(site.Today())} New to you Limited information Not talked about yet");
    }

    [Fact]
    public async Task Get_WorkerOnly_SaysTheMonthAndNoDay()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        await released.WorkerOnlyAsync(ReleasedFeedback.Scores(3, 3, 3, 3, 3));
        await released.WorkerOnlyAsync(ReleasedFeedback.Scores(3, 3, 3, 3, 3));

        var page = await OpenAsync(released);

        page.Document.QuerySelectorAll(".practice-feedback__list a").Select(ShownWords.Of)
            .ShouldBe([$"Parent or carer, {Anonymity.Month.Of(site.Today())} (1)", $"Parent or carer, {Anonymity.Month.Of(site.Today())} (2)"]);
        page.Text.ShouldNotContain(StaffWords.Of(site.Today()));
    }

    [Fact]
    public async Task Get_FewerThanTenResponses_ShowsCountsAndNoPicture()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        for (var count = 0; count < WorkerFigures.DrawnFrom - 1; count++)
        {
            await released.WorkerOnlyAsync(ReleasedFeedback.Scores(5, 4, 3, 2, 1));
        }

        var few = await OpenAsync(released);
        await released.WorkerOnlyAsync(0, Audience.YoungPerson, scoresOnly: false, ("respect", AnswerValue.OfScore(1)));
        var withAYoungPerson = await OpenAsync(released);
        await released.WorkerOnlyAsync(ReleasedFeedback.Scores(5, 4, 3, 2, 1));
        var ten = await OpenAsync(released);

        few.Document.QuerySelectorAll(".practice-figures tbody tr")[0].Children.Select(ShownWords.Of).Skip(1).ShouldBe(["0", "0", "0", "0", "9", "0"]);
        few.Document.QuerySelectorAll(".practice-figures svg").ShouldBeEmpty();
        few.Text.ShouldNotContain("%");
        withAYoungPerson.Document.QuerySelectorAll(".practice-figures").Length.ShouldBe(2);
        withAYoungPerson.Document.QuerySelectorAll(".practice-figures svg").ShouldBeEmpty();
        ten.Document.QuerySelectorAll(".practice-figures")[0].QuerySelectorAll("svg").Length.ShouldBe(25);
        ten.Document.QuerySelectorAll(".practice-figures")[1].QuerySelectorAll("svg").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_TakenBack_IsALineAndNothingElse()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync("Gone Again", null, 0, ReleasedFeedback.Scores(1, 1, 1, 1, 1));
        await released.TakeBackAsync(id);

        var page = await OpenAsync(released);

        page.Text.ShouldContain("A family took back what they sent in");
        page.Text.ShouldNotContain("Gone Again");
        page.Document.QuerySelectorAll(".practice-feedback__list, .practice-figures").ShouldBeEmpty();
        (await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Feedback(id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_WorkerOfAnotherTeam_IsNotThereAndIsWrittenDown()
    {
        var own = await ReleasedFeedback.OfNewTeamAsync(site);
        var other = await ReleasedFeedback.OfNewTeamAsync(site);
        await other.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await own.AsManagerAsync();

        var page = await browser.GetAsync(SupervisionLinks.Worker(other.Worker.Id));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldNotContain(other.Worker.Name);
        (await site.AuditedAsync(AuditEventKind.EntryRefused, other.Worker.Id)).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.ReleasedFeedbackOpened, other.Worker.Id)).ShouldBe(0);
        (await browser.GetAsync(SupervisionLinks.Record(other.Worker.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(SupervisionLinks.Workers())).Text.ShouldNotContain(other.Worker.Name);
    }

    [Fact]
    public async Task Get_ManagerChangesTeam_LosesTheOldAndGainsTheNewAtOnce()
    {
        var old = await ReleasedFeedback.OfNewTeamAsync(site);
        var fresh = await ReleasedFeedback.OfNewTeamAsync(site);
        var browser = await old.AsManagerAsync();
        (await browser.GetAsync(SupervisionLinks.Worker(old.Worker.Id))).Status.ShouldBe(HttpStatusCode.OK);

        await site.InDatabaseAsync(async db =>
        {
            await db.TeamManagers.Where(m => m.StaffMemberId == old.Manager.Id).ExecuteDeleteAsync();
            db.Add(new TeamManager { TeamId = fresh.Team.Id, StaffMemberId = old.Manager.Id });
            return await db.SaveChangesAsync();
        });

        (await browser.GetAsync(SupervisionLinks.Worker(old.Worker.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(SupervisionLinks.Worker(fresh.Worker.Id))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_WorkerHasLeft_IsStillShownToTheManagerAndNotToThemselves()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync(ReleasedFeedback.FiveFives);
        await site.InDatabaseAsync(db => db.Workers.Where(w => w.Id == released.Worker.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeftOn, site.Today().AddDays(-1))));

        (await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Feedback(id))).Status.ShouldBe(HttpStatusCode.OK);
        (await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Workers())).Text.ShouldContain("Has left");
        var worker = await released.AsWorkerAsync();
        (await worker.GetAsync($"/my-feedback/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await worker.GetAsync("/my-feedback")).Text.ShouldContain("Your account belongs to no worker yet.");
    }

    private static async Task<Page> OpenAsync(ReleasedFeedback released)
    {
        var page = await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Worker(released.Worker.Id));
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    public sealed class OnSqlite(SqliteSite site) : WorkerTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : WorkerTests(site), IClassFixture<PostgreSqlSite>;
}
