using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class QuestionTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData(Audience.ParentCarer)]
    [InlineData(Audience.YoungPerson)]
    public async Task Get_EachInTurn_AsksItsWordsAndOneQuestionAPage(Audience audience)
    {
        var family = NewFamily();
        await family.StartAsync(audience);
        await family.ChooseAsync(Tier.Anonymous);

        foreach (var question in SurveySeeds.Questionnaire(audience).Questions)
        {
            family.Page.Path.ShouldBe($"/feedback/question/{question.Key}");
            family.Page.Heading.ShouldBe(GlossaryText.Plain(question.Wording));
            family.Page.Text.ShouldContain($"Question {question.Number} of 7");
            FieldNames(family.Page).ShouldBe(question.ItemKeys);
            await family.AnswerAsync();
        }

        family.Page.Path.ShouldBe("/feedback/check");
    }

    [Fact]
    public async Task Get_QuestionWithATerm_ExplainsItWithoutScripting()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);

        var meaning = family.Page.Document.QuerySelector("details summary")!;

        meaning.TextContent.ShouldContain("What we mean by");
        meaning.NextElementSibling!.TextContent.Trim().Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Post_EveryKindOfAnswer_IsKeptAndShownAgainOnBackAndRefresh()
    {
        var family = NewFamily();
        await family.StartAsync(Audience.YoungPerson);
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync(("about", "First line\nsecond <b>line</b> & مرحبا 🙂"));
        await family.AnswerAsync(("respect", "5"), ("trust", DialGroupQuestion.NotSure));

        await family.Browser.FollowAsync("Back");
        await family.Browser.GetAsync(family.Page.Path);
        Chosen(family.Page).ShouldBe(["respect=5", "trust=not-sure"]);

        var text = await family.Browser.FollowAsync("Back");
        text.Document.QuerySelector<IHtmlTextAreaElement>("#about")!.Value.ShouldBe("First line\nsecond <b>line</b> & مرحبا 🙂");
    }

    [Fact]
    public async Task Post_AnswerTakenAway_IsForgotten()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync(("situation", "Better not"));
        await family.Browser.FollowAsync("Back");

        await family.AnswerAsync(("situation", ""));
        await family.GoOnToCheckAsync();

        family.Page.Text.ShouldNotContain("Better not");
        (await Host.ResponseAsync(await family.SendAsync())).Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_ChangedFromTheCheckPage_ReturnsThere()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous, ("situation", "As it was"));

        await family.Browser.FollowAsync("Change Your family’s situation");
        family.Page.Document.QuerySelector<IHtmlTextAreaElement>("#situation")!.Value.ShouldBe("As it was");
        await family.AnswerAsync(("situation", "As it is"));

        family.Page.Path.ShouldBe("/feedback/check");
        family.Page.Text.ShouldContain("As it is");
        family.Page.Text.ShouldNotContain("As it was");
    }

    [Fact]
    public async Task Get_BackWhileChanging_ReturnsToTheCheckPageUnchanged()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous, ("situation", "As it was"));
        await family.Browser.FollowAsync("Change Your family’s situation");

        var page = await family.Browser.FollowAsync("Back");

        page.Path.ShouldBe("/feedback/check");
        page.Text.ShouldContain("As it was");
    }

    [Theory]
    [InlineData("/feedback/question/rights", "/feedback/question/situation")]
    [InlineData("/feedback/question/no-such-question", "/feedback/question/situation")]
    [InlineData("/feedback/support/attributes", "/feedback/question/situation")]
    [InlineData("/feedback/check", "/feedback/question/situation")]
    [InlineData("/feedback/sent", "/feedback/question/situation")]
    public async Task Get_NotYetReached_LeadsToWhereThePersonIs(string address, string position)
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);

        (await family.Browser.GetAsync(address)).Path.ShouldBe(position);
    }

    [Fact]
    public async Task Get_BeforeATierIsChosen_LeadsToThatPage()
    {
        var family = NewFamily();
        await family.StartAsync();

        (await family.Browser.GetAsync("/feedback/question/situation")).Path.ShouldBe("/feedback/how");
    }

    [Fact]
    public async Task Post_OutOfOrder_IsKeptAndLeadsToWhereThePersonIs()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);

        var page = await PostQuestionAsync(family, "anything", ("anything", "Said too early"));

        page.Path.ShouldBe("/feedback/question/situation");
        await family.GoOnToCheckAsync();
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("anything").ShouldBe("Said too early");
    }

    [Fact]
    public async Task Post_BeforeATierIsChosen_IsKeptToo()
    {
        var family = NewFamily();
        await family.StartAsync();

        var page = await PostQuestionAsync(family, "anything", ("anything", "Said much too early"));

        page.Path.ShouldBe("/feedback/how");
        await family.ReachCheckAsync(Tier.Anonymous);
        family.Page.Text.ShouldContain("Said much too early");
    }

    [Fact]
    public async Task Post_ForgedQuestionKey_IsNotFoundAndKeepsTheWords()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);

        var page = await PostQuestionAsync(family, "no-such-question", ("no-such-question", "Where do these words go?"));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("Where do these words go?");
        (await family.Browser.GetAsync("/feedback/question/situation")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_FieldOfAnotherQuestion_IsLeftAside()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.Browser.ForgeAsync(Family.Continue, ("situation", "Mine"), ("anything", "Not of this page"), ("tier", "named"), ("RespondentName", "Forged"));

        await family.GoOnToCheckAsync();

        var response = await Host.ResponseAsync(await family.SendAsync());
        response.ShouldBeOfType<AnonymousResponse>();
        response.Answers.Select(a => a.QuestionKey).ShouldBe(["situation"]);
    }

    private static async Task<Page> PostQuestionAsync(Family family, string key, params (string, string)[] values)
    {
        var token = family.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await family.Browser.PostAsync($"/feedback/question/{key}", [("__RequestVerificationToken", token), .. values]);
    }

    private static IEnumerable<string> FieldNames(Page page) => page.Document
        .QuerySelectorAll("main form input:not([type=hidden]), main form textarea")
        .Select(field => field.GetAttribute("name")!)
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Chosen(Page page) =>
        page.Document.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(radio => radio.IsChecked).Select(radio => $"{radio.Name}={radio.Value}");
}

public sealed class SqliteQuestionTests(SqliteHost host) : QuestionTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlQuestionTests(PostgreSqlHost host) : QuestionTests(host), IClassFixture<PostgreSqlHost>;
