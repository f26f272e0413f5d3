using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class ResponseTests(StaffSite site)
{
    private static readonly Question LastQuestion = Responses.ParentCarer.Questions[^1];
    private static readonly ScaleGroupQuestion Scores = Responses.ParentCarer.Questions.OfType<ScaleGroupQuestion>().Single();

    [Fact]
    public async Task Get_AnyResponse_ShowsEveryQuestionInOrderWithItsAnswerOrNone()
    {
        var response = await site.ReceiveAnonymousAsync(answers:
        [
            (LastQuestion.Key, AnswerValue.OfText("She listens.\nShe comes back.")),
            (Scores.Items[0].Key, AnswerValue.OfScore(5)),
        ]);

        var page = await OpenAsync(response.Id);

        page.Document.QuerySelectorAll(".practice-answers__question").Select(h => h.TextContent)
            .ShouldBe(Responses.ParentCarer.Questions.Select(q => $"{q.Number}. {GlossaryText.Plain(q.Wording)}"));
        page.Document.QuerySelector(".practice-answers__text")!.TextContent.ShouldBe("She listens.\nShe comes back.");
        page.Text.ShouldContain($"5 – {Scores.Scale[^1].Label}");
        page.Document.QuerySelectorAll(".practice-answers section").Count(s => s.TextContent.Trim().EndsWith("Not answered", StringComparison.Ordinal))
            .ShouldBe(Responses.ParentCarer.Questions.Count - 1);
    }

    [Fact]
    public async Task Get_Named_ShowsNameContactWorkerAndDay()
    {
        var response = await site.ReceiveNamedAsync("Krystal Adeyemi", "07700 900123", "Mrs Okafor");

        var facts = Facts(await OpenAsync(response.Id));

        facts["Name"].ShouldBe("Krystal Adeyemi");
        facts["How to answer them"].ShouldBe("07700 900123");
        facts["Social worker, as typed"].ShouldBe("Mrs Okafor");
        facts["Received"].ShouldBe(StaffWords.Of(site.Today()));
    }

    [Fact]
    public async Task Get_NamedWithNothingTyped_SaysNotGiven()
    {
        var response = await site.ReceiveNamedAsync(name: null, contact: null, workerName: null);

        var facts = Facts(await OpenAsync(response.Id));

        new[] { facts["Name"], facts["How to answer them"], facts["Social worker, as typed"] }.ShouldAllBe(fact => fact == "Not given");
    }

    [Fact]
    public async Task Get_WorkerOnly_ShowsWorkerAndMonthAndWhetherWordsMayBeShared()
    {
        var area = new ServiceArea { Id = Guid.NewGuid(), Name = $"Area {Guid.NewGuid():N}" };
        var team = new Team { Id = Guid.NewGuid(), Name = $"Team {Guid.NewGuid():N}", ServiceAreaId = area.Id };
        var worker = new Worker { Id = Guid.NewGuid(), Name = "Ngozi Okafor", TeamId = team.Id };
        await site.SaveAsync(area, team, worker);
        var response = await site.ReceiveWorkerOnlyAsync("Mrs O", scoresOnly: true, worker);

        var page = await OpenAsync(response.Id);

        var facts = Facts(page);
        facts["Social worker, as typed"].ShouldBe("Mrs O");
        facts["Came by the link of"].ShouldBe($"Ngozi Okafor, {team.Name}");
        facts["Received"].ShouldBe(response.ReceivedMonth.ToString());
        facts.Keys.ShouldNotContain("Name");
        page.Text.ShouldContain("their scores only, not their words");
    }

    [Fact]
    public async Task Get_Anonymous_ShowsTheMonthAndNobody()
    {
        var response = await site.ReceiveAnonymousAsync(raised: true);

        var page = await OpenAsync(response.Id);

        Facts(page).Keys.ShouldBe(["Raised", "How they are known", "Service area", "Received", "Read by", "Questions"]);
        Facts(page)["Received"].ShouldBe(response.ReceivedMonth.ToString());
        page.Text.ShouldContain("Do not try to work out who wrote it.");
    }

    [Fact]
    public async Task Get_MarkupAndForeignScript_AreShownAsTheyWereWritten()
    {
        const string Words = "<script>alert('x')</script> <b>و</b> 👩‍👧 \"quoted\" & more";
        var response = await site.ReceiveNamedAsync("<img src=x onerror=alert(1)>", Words, Words, (LastQuestion.Key, AnswerValue.OfText(Words)));

        var page = await OpenAsync(response.Id);

        page.Document.QuerySelector(".practice-answers__text")!.TextContent.ShouldBe(Words);
        Facts(page)["Name"].ShouldBe("<img src=x onerror=alert(1)>");
        page.Document.QuerySelectorAll("script:not([src]), main img, main b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Opened_IsWrittenIntoTheLogAndNotKeptByTheBrowser()
    {
        var response = await site.ReceiveAnonymousAsync();
        var reader = await site.HireAsync(Role.QualityAssurance);

        var page = await (await site.SignInAsync(reader)).GetAsync($"/collation/{response.Id}");

        var opened = await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.SubjectId == response.Id));
        opened.Kind.ShouldBe(AuditEventKind.ResponseOpened);
        opened.ActorId.ShouldBe(reader.Id);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_UnknownOrWithdrawn_IsNotFound()
    {
        var withdrawn = await site.ReceiveNamedAsync();
        await WithdrawAsync(withdrawn.Id);
        var browser = await site.SignInAsync(Role.QualityAssurance);

        foreach (var path in new[] { $"/collation/{withdrawn.Id}", $"/collation/{Guid.NewGuid()}" })
        {
            (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
            browser.Page.Text.ShouldContain("The family may have taken it back");
        }

        (await site.AuditedAsync(AuditEventKind.ResponseOpened, withdrawn.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task MarkRead_Once_LeavesTheQueueAndForgetsTheDay()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/{response.Id}?tier=anonymous");

        var page = await browser.SubmitAsync("Mark as read");

        page.Path.ShouldStartWith("/collation?tier=anonymous");
        page.Text.ShouldContain("Marked as read.");
        page.Text.ShouldNotContain(response.Id.ToString());
        (await StoredAsync(response.Id)).ShouldBe((ResponseState.Read, null));
        var reread = await browser.GetAsync($"/collation/{response.Id}");
        Facts(reread)["State"].ShouldBe("Read");
        reread.Document.QuerySelector("main button[name=Then]").ShouldBeNull();
    }

    [Fact]
    public async Task MarkRead_Named_KeepsTheDay()
    {
        var response = await site.ReceiveNamedAsync();
        await MarkReadAsync(response.Id);

        (await StoredAsync(response.Id)).ShouldBe((ResponseState.Read, site.Today()));
    }

    [Fact]
    public async Task MarkRead_Twice_IsWrittenIntoTheLogOnce()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var opened = await browser.GetAsync($"/collation/{response.Id}");

        await browser.SubmitAsync(opened, "Mark as read");
        (await browser.SubmitAsync(opened, "Mark as read")).Status.ShouldBe(HttpStatusCode.OK);

        (await site.AuditedAsync(AuditEventKind.ResponseRead, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task MarkRead_ByManyAtOnce_IsWrittenIntoTheLogOnce()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var opened = await browser.GetAsync($"/collation/{response.Id}");
        var tabs = Enumerable.Range(0, 8).Select(_ => browser.NewTab()).ToList();

        var pages = await Task.WhenAll(tabs.Select(tab => tab.SubmitAsync(opened, "Mark as read")));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        (await site.AuditedAsync(AuditEventKind.ResponseRead, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task MarkRead_WithdrawnInThatMoment_StaysWithdrawn()
    {
        var response = await site.ReceiveNamedAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDbContext>();
        var readMeanwhile = (await db.SurveyResponses.FindAsync(response.Id))!;
        await WithdrawAsync(response.Id);

        readMeanwhile.MarkRead(new ChangeContext(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        (await StoredAsync(response.Id)).State.ShouldBe(ResponseState.Withdrawn);
    }

    [Fact]
    public async Task MarkRead_AndOpenTheNext_GoesOnWhereTheReaderWas()
    {
        // Days far ahead of every other test's, so that these two follow one another.
        var first = await site.ReceiveAnonymousAsync(site.Today().AddDays(400));
        var second = await site.ReceiveAnonymousAsync(site.Today().AddDays(401));
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/{first.Id}");

        (await browser.SubmitAsync("Mark as read and open the next")).Path.ShouldBe($"/collation/{second.Id}");
        (await browser.SubmitAsync("Mark as read and open the next")).Path.ShouldStartWith("/collation?");

        (await site.AuditedAsync(AuditEventKind.ResponseOpened, second.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_Raised_SaysWhyForEachReason()
    {
        var dials = SurveySeeds.Questionnaire(Audience.YoungPerson).Questions.OfType<DialGroupQuestion>().Single();
        var safe = dials.Items.Single(item => item.HelpWhenAtMost is not null);
        var text = SurveySeeds.Questionnaire(Audience.YoungPerson).Questions.OfType<TextQuestion>().First();
        var response = await site.ReceiveAnonymousAsync(raised: true, audience: Audience.YoungPerson, answers:
        [
            (safe.Key, AnswerValue.OfScore(2)),
            (text.Key, AnswerValue.OfText("I am skilled. I Self-Harm and im scarred of him, frightend of him")),
        ]);

        var page = await OpenAsync(response.Id);

        page.Document.QuerySelectorAll(".practice-aside__facts > div:first-child .practice-aside__note").Select(note => note.TextContent).ShouldBe(
        [
            $"They wrote “Self-Harm” in question {text.Number}; “self harm” is on the list.",
            $"They wrote “scarred of” in question {text.Number}; “scared of” is on the list.",
            $"They wrote “frightend of” in question {text.Number}; “frightened of” is on the list.",
            $"A low score for “{dials.Sentence(safe)}”, in question {dials.Number}.",
            "That alone decides nothing.",
        ]);
    }

    private async Task<Page> OpenAsync(Guid id)
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync($"/collation/{id}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    private async Task MarkReadAsync(Guid id)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/{id}");
        await browser.SubmitAsync("Mark as read");
    }

    private Task WithdrawAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        (await db.SurveyResponses.Include(r => r.Answers).SingleAsync(r => r.Id == id)).Withdraw();
        return await db.SaveChangesAsync();
    });

    private Task<(ResponseState State, DateOnly? ReadBy)> StoredAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        var stored = await db.SurveyResponses.SingleAsync(r => r.Id == id);
        return (stored.State, stored.ReadBy);
    });

    private static Dictionary<string, string> Facts(Page page) => page.Document.QuerySelectorAll(".practice-aside__facts > div").ToDictionary(
        fact => fact.QuerySelector("dt")!.TextContent, fact => fact.QuerySelector("dd")!.TextContent.Trim(), StringComparer.Ordinal);

    public sealed class OnSqlite(SqliteSite site) : ResponseTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ResponseTests(site), IClassFixture<PostgreSqlSite>;
}
