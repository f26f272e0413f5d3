using System.Net;
using RelationalPractice.Auditing;
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

/// <summary>One family's feedback, which manager and worker see alike.</summary>
public abstract class FeedbackTests(StaffSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_Released_ShowsAnswersWithQuestionsAndMeaningsAndIsWrittenDown(bool manager)
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync([.. ReleasedFeedback.Scores(1, 3, 5, 4, 4), ReleasedFeedback.Words("<script>alert(1)</script> & “you”", "impact")]);

        var page = await OpenAsync(released, id, manager);

        page.Text.ShouldContain("Krystal Adeyemi");
        page.Text.ShouldContain(StaffWords.Of(site.Today()));
        page.Document.QuerySelector(".practice-answers__text")!.TextContent.ShouldBe("<script>alert(1)</script> & “you”");
        page.Document.QuerySelectorAll(".practice-score").Length.ShouldBe(5);
        page.Document.QuerySelector(".practice-score")!.TextContent.ShouldContain("1 – strongly disagree");
        page.Document.QuerySelectorAll(".practice-score .practice-definition").Length.ShouldBe(5);
        page.Document.QuerySelectorAll(".practice-term[data-definition]").ShouldAllBe(term => page.Document.GetElementById(term.GetAttribute("data-definition")!) != null);
        (await site.AuditedAsync(AuditEventKind.ReleasedFeedbackOpened, id)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_LowScore_OffersPromptsBesideItThatLeadToTheGuidance()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.WorkerOnlyAsync(ReleasedFeedback.Scores(3, 3, 1, 3, 5));
        var browser = await released.AsWorkerAsync();

        var page = await browser.GetAsync(MyFeedbackLinks.Feedback(id));

        page.Document.QuerySelectorAll(".practice-score").Select(score => score.QuerySelectorAll(".practice-prompts li").Length).ShouldBe([0, 0, 3, 0, 1]);
        var links = page.Document.QuerySelectorAll(".practice-prompts a").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(5);
        foreach (var link in links)
        {
            var guidance = await browser.GetAsync(link.Split('#')[0]);
            guidance.Document.GetElementById(link.Split('#')[1]).ShouldNotBeNull(link);
        }
    }

    [Fact]
    public async Task Get_AllFivesAndNothingWritten_IsLimitedInformation()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);

        (await OpenAsync(released, await released.WorkerOnlyAsync(ReleasedFeedback.FiveFives))).Text.ShouldContain("Limited information.");
        (await OpenAsync(released, await released.WorkerOnlyAsync([.. ReleasedFeedback.FiveFives, ReleasedFeedback.Words("Kind.")]))).Text.ShouldNotContain("Limited information.");
    }

    [Fact]
    public async Task Get_WorkerOnly_NamesNobodyAndNoDay()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var page = await OpenAsync(released, await released.WorkerOnlyAsync(0, Audience.ParentCarer, scoresOnly: true, ReleasedFeedback.FiveFives));

        page.Text.ShouldContain(Anonymity.Month.Of(site.Today()).ToString());
        page.Text.ShouldNotContain(StaffWords.Of(site.Today()));
        page.Text.ShouldContain("They share their scores, not their words.");
    }

    [Fact]
    public async Task Get_SamePersonAgain_ShowsTheirScoresOverTimeAndNobodyElses()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        await released.NamedAsync("Krystal Adeyemi", "07700 900123", 60, ReleasedFeedback.Scores(2, 2, 2, 2, 2));
        await released.NamedAsync("Krystal Adeyemi", null, 50, ReleasedFeedback.Scores(1, 1, 1, 1, 1));
        await released.NamedAsync("Somebody Else", "07700 900123", 40, ReleasedFeedback.Scores(1, 1, 1, 1, 1));
        var takenBack = await released.NamedAsync("Krystal Adeyemi", "07700 900123", 30, ReleasedFeedback.Scores(1, 1, 1, 1, 1));
        await released.TakeBackAsync(takenBack);
        var latest = await released.NamedAsync("krystal  adeyemi", "07700900123", 0, ReleasedFeedback.Scores(4, 4, 4, 4, 4));
        var alone = await released.NamedAsync("Another Person", "a@example.org", 0, ReleasedFeedback.Scores(3, 3, 3, 3, 3));

        var page = await OpenAsync(released, latest);

        page.Document.QuerySelectorAll(".practice-table-scroll tbody tr").Select(row => row.QuerySelectorAll("td").Select(ShownWords.Of)).ShouldAllBe(cells => cells.SequenceEqual(new[] { "2", "4" }));
        (await OpenAsync(released, alone)).Text.ShouldNotContain("The same person at other times");
    }

    [Fact]
    public async Task Get_WhatIsNotForThisReader_IsNotThereAndIsWrittenDown()
    {
        var own = await ReleasedFeedback.OfNewTeamAsync(site);
        var other = await ReleasedFeedback.OfNewTeamAsync(site);
        var manager = await own.AsManagerAsync();
        var worker = await own.AsWorkerAsync();
        Guid[] ids =
        [
            await other.NamedAsync(ReleasedFeedback.Words("Another team’s words")),
            (await site.ReceiveAnonymousAsync(answers: ("anything", AnswerValue.OfText("Anonymous words")))).Id,
            (await site.ReceiveNamedAsync(answers: ("anything", AnswerValue.OfText("Unreleased words")))).Id,
            Guid.NewGuid(),
        ];

        foreach (var id in ids)
        {
            foreach (var page in (Page[])[await manager.GetAsync(SupervisionLinks.Feedback(id)), await worker.GetAsync(MyFeedbackLinks.Feedback(id))])
            {
                page.Status.ShouldBe(HttpStatusCode.NotFound);
                page.Text.ShouldNotContain("words");
            }

            (await site.AuditedAsync(AuditEventKind.EntryRefused, id)).ShouldBe(2);
            (await site.AuditedAsync(AuditEventKind.ReleasedFeedbackOpened, id)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Get_Opened_IsNoLongerNewToTheReaderAlone()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        await OpenAsync(released, await released.NamedAsync(ReleasedFeedback.FiveFives), manager: false);

        (await (await released.AsWorkerAsync()).GetAsync(MyFeedbackLinks.List())).Text.ShouldNotContain("New to you");
        (await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Worker(released.Worker.Id))).Text.ShouldContain("New to you");
    }

    private static async Task<Page> OpenAsync(ReleasedFeedback released, Guid id, bool manager = true)
    {
        var page = manager
            ? await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Feedback(id))
            : await (await released.AsWorkerAsync()).GetAsync(MyFeedbackLinks.Feedback(id));
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    public sealed class OnSqlite(SqliteSite site) : FeedbackTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : FeedbackTests(site), IClassFixture<PostgreSqlSite>;
}
