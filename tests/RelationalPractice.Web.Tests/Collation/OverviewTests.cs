using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class OverviewTests(StaffSite site) : IAsyncLifetime
{
    [Fact]
    public async Task Get_NothingThere_SaysWhatWillAppear()
    {
        var page = await OpenAsync("/collation/overview");

        page.Text.ShouldContain("No response of this kind: Parents and carers, February 2030 to January 2031.");
        page.Document.QuerySelectorAll("svg").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Scores_AreCountedWithTheirTable()
    {
        await ReceiveAsync(("trust", 1), ("alongside", 5));
        await ReceiveAsync(("trust", 4), ("alongside", 5));
        await ReceiveAsync(("trust", 5));

        var page = await OpenAsync("/collation/overview");

        RowOf(page, "My social worker acts in ways that allows me to put my trust in them").ShouldBe(["1", "0", "0", "1", "1", "3", "0"]);
        RowOf(page, "My social worker works alongside me").ShouldBe(["0", "0", "0", "0", "2", "2", "1"]);
        page.Document.QuerySelector("svg[role=img] title")!.TextContent.ShouldBe("Parents and carers, February 2030 to January 2031, 3 responses");
        page.Text.ShouldContain("1 person disagreed with something; it is not read yet.");
        page.Text.ShouldContain("2 of 2 chose 4 or 5");
    }

    [Fact]
    public async Task Get_YoungPeople_AreNeverPooledWithParents()
    {
        await ReceiveAsync(("trust", 1));
        await site.ReceiveAnonymousAsync(audience: Audience.YoungPerson, answers: [("trust", AnswerValue.OfScore(5)), ("safe", AnswerValue.OfChoice(DialGroupQuestion.NotSure))]);

        var page = await OpenAsync("/collation/overview?audience=young-person");

        RowOf(page, "My social worker and I trust each other").ShouldBe(["0", "0", "0", "0", "1", "1", "0", "0"]);
        RowOf(page, "I feel safe with my social worker").ShouldBe(["0", "0", "0", "0", "0", "0", "1", "0"]);
        page.Text.ShouldContain("Nobody disagreed with anything.");
    }

    [Fact]
    public async Task Get_PeriodAndArea_CountsOnlyThose()
    {
        var area = new ServiceArea { Id = Guid.NewGuid(), Name = $"Early help {Guid.NewGuid():N}" };
        await site.SaveAsync(area);
        await site.ReceiveAnonymousAsync(serviceAreaId: area.Id, answers: [("trust", AnswerValue.OfScore(2))]);
        await ReceiveAsync(("trust", 2));

        (await OpenAsync($"/collation/overview?area={area.Id:N}")).Text.ShouldContain("1 person disagreed with something");
        (await OpenAsync("/collation/overview")).Text.ShouldContain("2 people disagreed with something; we have read 0 of 2.");
        (await OpenAsync("/collation/overview?from=2030-01&to=2030-12")).Text.ShouldContain("No response of this kind");
    }

    [Theory]
    [InlineData("from=2031-02&to=2031-01", "The last month must be the first month or a later one")]
    [InlineData("from=soon", "Enter the first month as year and month, such as 2031-01")]
    [InlineData("from=1999-01", "Enter the first month as year and month, such as 2031-01")]
    [InlineData("to=2031-13", "Enter the last month as year and month, such as 2031-12")]
    public async Task Get_NoPeriod_SaysWhatToPutRight(string query, string message)
    {
        var page = await OpenAsync($"/collation/overview?{query}", HttpStatusCode.BadRequest);

        page.Errors.ShouldBe([message]);
    }

    [Fact]
    public async Task Get_WithdrawnResponse_CountsNowhere()
    {
        var response = await ReceiveAsync(("trust", 1));
        await site.InDatabaseAsync(async db =>
        {
            (await db.SurveyResponses.Include(r => r.Answers).SingleAsync(r => r.Id == response.Id)).Withdraw();
            return await db.SaveChangesAsync();
        });

        (await OpenAsync("/collation/overview")).Text.ShouldContain("No response of this kind");
    }

    [Fact]
    public async Task Get_ReadDisagreement_SaysThatWeReadAll()
    {
        var response = await ReceiveAsync(("trust", 1));
        await ReceiveAsync(("trust", 5));
        await site.InDatabaseAsync(async db =>
        {
            (await db.SurveyResponses.FindAsync(response.Id))!.MarkRead(new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        var browser = await site.SignInAsync(Role.QualityAssurance);

        (await browser.GetAsync("/collation/overview")).Text.ShouldContain("1 person disagreed with something; we read it.");
        var page = await browser.FollowAsync("See each of them");

        page.Document.QuerySelectorAll("tbody a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/collation/{response.Id}");
    }

    [Fact]
    public async Task Get_Themes_CountPeopleByDirectionAndLeadToTheirWords()
    {
        var theme = await site.AddThemeAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var response = await site.ReceiveWordsAsync("Kind and late.");
        await browser.CodeAsync(response.Id, theme, ThemeDirection.Positive, "Kind");
        await browser.CodeAsync(response.Id, theme, ThemeDirection.Positive, "and");
        await browser.CodeAsync(response.Id, theme, ThemeDirection.Negative, "late");
        await site.SaveAsync(new Coding { Id = Guid.NewGuid(), ResponseId = response.Id, QuestionKey = Codebook.Impact, ThemeId = theme.Id, Direction = ThemeDirection.Mixed, CoderId = (await site.HireAsync(Role.QualityAssurance)).Id, Second = true });

        var page = await browser.GetAsync("/collation/overview");

        RowOf(page, theme.Name).ShouldBe(["1", "1", "0"]);
        (await browser.FollowAsync(theme.Name)).Document.QuerySelectorAll("blockquote").Length.ShouldBe(3);
        (await browser.GetAsync($"/collation/themes/{theme.Id}?from=2030-01&to=2030-02")).Document.QuerySelectorAll("blockquote").ShouldBeEmpty();
    }

    [Fact]
    public async Task Disagreed_MoreThanAPage_ShowsEachOnce()
    {
        for (var count = 0; count < Web.Pages.Collation.DisagreedModel.PageSize + 3; count++)
        {
            await ReceiveAsync(("trust", 2), ("skilled", 1));
        }

        var browser = await site.SignInAsync(Role.QualityAssurance);
        var first = Shown(await browser.GetAsync("/collation/overview/disagreed"));
        var second = Shown(await browser.FollowAsync($"Next {Web.Pages.Collation.DisagreedModel.PageSize}"));

        first.Concat(second).Distinct(StringComparer.Ordinal).Count().ShouldBe(Web.Pages.Collation.DisagreedModel.PageSize + 3);
        second.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Queries_Counts_AreGroupedByTheDatabase()
    {
        var filter = new OverviewFilter(new Month(2030, 1), new Month(2031, 1), Audience.ParentCarer, Guid.NewGuid());

        var sql = await site.InDatabaseAsync(db => Task.FromResult<string[]>([Overview.Scores(db, filter).ToQueryString(), Overview.Themes(db, filter).ToQueryString()]));

        sql.ShouldAllBe(query => query.Contains("GROUP BY", StringComparison.Ordinal));
        sql[1].ShouldContain("COUNT(DISTINCT", Case.Insensitive);
    }

    private protected StaffSite Site => site;

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private Task<AnonymousResponse> ReceiveAsync(params (string Key, int Score)[] scores) =>
        site.ReceiveAnonymousAsync(answers: [.. scores.Select(score => (score.Key, AnswerValue.OfScore(score.Score)))]);

    private async Task<Page> OpenAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync(path);
        page.Status.ShouldBe(status);
        return page;
    }

    private static List<string> Shown(Page page) => [.. page.Document.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!)];

    /// <summary>The numbers of a row, without the words that a phone shows beside them.</summary>
    private static List<string> RowOf(Page page, string heading) =>
    [
        .. page.Document.QuerySelectorAll("tbody tr").Single(row => row.Children[0].TextContent.Trim().StartsWith(heading, StringComparison.Ordinal))
            .Children.Skip(1).Select(cell => cell.ChildNodes.OfType<IText>().Last().TextContent.Trim()),
    ];

    // What is counted is the whole database, so each test has one of its own.
    public sealed class OnSqlite() : OverviewTests(new CodedOnceOnSqlite())
    {
        /// <summary>PostgreSQL reads whole tables for a year of responses, and rightly so; SQLite must come by the period.</summary>
        [Fact]
        public async Task Queries_Plan_EntersByThePeriodAndReadsNoTableWhole()
        {
            var filter = new OverviewFilter(new Month(2030, 1), new Month(2031, 1), Audience.ParentCarer);
            var plans = new List<string> { await PlanAsync(db => Overview.Scores(db, filter)), await PlanAsync(db => Overview.Themes(db, filter)), await PlanAsync(db => Overview.Disagreed(db, filter)) };

            plans.ShouldAllBe(plan => plan.Contains("ix_survey_responses_received_month_questionnaire_id_state (received_month>? AND received_month<?)", StringComparison.Ordinal));
            plans.ShouldAllBe(plan => !plan.Contains("SCAN", StringComparison.Ordinal));
        }

        private Task<string> PlanAsync<T>(Func<PracticeDbContext, IQueryable<T>> query) => Site.InDatabaseAsync(async db =>
        {
            await using var command = query(db).CreateDbCommand();
            await db.Database.OpenConnectionAsync();
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            var lines = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(3));
            }

            return string.Join('\n', lines);
        });
    }

    public sealed class OnPostgreSql() : OverviewTests(new CodedOnceOnPostgreSql());
}
