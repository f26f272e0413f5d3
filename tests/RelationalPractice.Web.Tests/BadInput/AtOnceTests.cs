using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.BadInput;

/// <summary>The same form sent twice, and two tabs: nothing is doubled and nothing is lost.</summary>
public abstract class AtOnceTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Fact]
    public async Task Send_EightTimesAtOnce_IsOneResponseAndEverybodySeesItsCode()
    {
        var family = NewFamily();
        await family.StartAsync();
        var check = await family.ReachCheckAsync(Tier.Anonymous, ("situation", "Once"));
        var before = await CountAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => family.Browser.NewTab().SubmitAsync(check, Family.Send))));

        pages.ShouldAllBe(page => page.Path == "/feedback/sent");
        pages.Select(Family.CodeOn).Distinct().Count().ShouldBe(1);
        (await CountAsync()).ShouldBe(before + 1);
        (await Host.ResponseAsync(Family.CodeOn(pages[0]))).TextOf("situation").ShouldBe("Once");
    }

    [Fact]
    public async Task Send_AgainAfterItArrived_ShowsTheSameCode()
    {
        var family = NewFamily();
        await family.StartAsync();
        var check = await family.ReachCheckAsync(Tier.Anonymous);
        var code = await family.SendAsync();

        await family.Browser.SubmitAsync(check, Family.Send);

        Family.CodeOn(family.Page).ShouldBe(code);
    }

    [Fact]
    public async Task Answer_DifferentQuestionsInEightTabsAtOnce_LosesNone()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous);
        string[] questions = ["situation", "rights", "impact", "others", "change", "anything"];
        var tabs = new List<PageClient>();
        foreach (var question in questions)
        {
            tabs.Add(family.Browser.NewTab());
            await tabs[^1].GetAsync($"/feedback/question/{question}?changing=true");
        }

        await Task.WhenAll(questions.Zip(tabs, (question, tab) => Task.Run(() => tab.SubmitAsync(Family.Continue, (question, $"About {question}")))));

        await family.Browser.GetAsync("/feedback/check");
        var response = await Host.ResponseAsync(await family.SendAsync());
        foreach (var question in questions)
        {
            response.TextOf(question).ShouldBe($"About {question}");
        }
    }

    [Fact]
    public async Task Answer_SameQuestionInTwoTabs_KeepsTheLaterAndShowsItBeforeSending()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        var other = new Family(family.Browser.NewTab());
        await other.Browser.GetAsync("/feedback/question/situation");
        await family.AnswerAsync(("situation", "From the first tab"));
        await other.AnswerAsync(("situation", "From the second tab"));

        await family.GoOnToCheckAsync();

        family.Page.Text.ShouldContain("From the second tab");
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe("From the second tab");
    }

    [Fact]
    public async Task Send_AnswersChangedBetweenReadingAndSending_SendsNothing()
    {
        var secret = await Host.WithAsync(async (DraftStore drafts) =>
        {
            var questionnaire = await Host.WithAsync((Questionnaires questionnaires) => questionnaires.CurrentAsync(Audience.ParentCarer));
            var contents = DraftContents.Start(questionnaire, link: null, workerName: null);
            contents.Choose(Tier.Anonymous);
            return await drafts.StartAsync(contents, default);
        });
        var seen = await Host.WithAsync((DraftStore drafts) => drafts.FindAsync(secret));
        await ChangeAsync(secret, draft => draft.Choose(Tier.WorkerOnly));
        var questionnaire = await Host.WithAsync(async (Questionnaires questionnaires) => await questionnaires.GetAsync(seen!.QuestionnaireId));

        var sent = await Host.WithAsync((Sending sending) => sending.SendAsync(secret, seen!, questionnaire, Guid.NewGuid().ToByteArray(), TriageWords.None, default));

        sent.ShouldBeFalse();
        (await Host.WithAsync((DraftStore drafts) => drafts.FindAsync(secret)))!.Tier.ShouldBe(Tier.WorkerOnly);
    }

    [Fact]
    public async Task Start_TwiceAtOnce_LeavesOneWorkingDraft()
    {
        var browser = Host.Browser();
        var start = await browser.GetAsync("/");

        var pages = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => browser.NewTab().SubmitAsync(start, Family.StartParent))));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        (await browser.GetAsync("/feedback/how")).Path.ShouldBe("/feedback/how");
    }

    private async Task ChangeAsync(DraftSecret secret, Action<DraftContents> change) =>
        await Host.WithAsync(async (DraftStore drafts) => await drafts.ChangeAsync(secret, (await drafts.FindAsync(secret))!, change, default));

    private Task<int> CountAsync() => Host.InDatabaseAsync(db => db.SurveyResponses.CountAsync());
}

public sealed class SqliteAtOnceTests(SqliteHost host) : AtOnceTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlAtOnceTests(PostgreSqlHost host) : AtOnceTests(host), IClassFixture<PostgreSqlHost>;
