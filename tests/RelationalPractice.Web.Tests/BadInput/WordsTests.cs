using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.BadInput;

/// <summary>Whatever people write arrives, or is shown again with the reason why not.</summary>
public abstract class WordsTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    private const int Limit = LongTextQuestion.TextMaxLength;

    [Fact]
    public async Task Post_OneCharacterTooMany_IsShownAgainWithItsErrorAndThenTaken()
    {
        var family = await AtFirstQuestionAsync();
        var text = new string('w', Limit) + "!";

        var page = await family.Browser.ForgeAsync(Family.Continue, ("situation", text));

        page.Errors.ShouldBe(["Your answer is 1 character too long. It can have up to 5,000."]);
        Box(page).Value.ShouldBe(text);
        Box(page).GetAttribute("aria-invalid").ShouldBe("true");
        page.Document.QuerySelector("a[href='#situation']").ShouldNotBeNull();
        await family.AnswerAsync(("situation", text[1..]));
        await family.GoOnToCheckAsync();
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe(text[1..]);
    }

    [Fact]
    public async Task Post_FarTooMuch_IsShownAgainWhole()
    {
        var family = await AtFirstQuestionAsync();
        var text = string.Join('\n', Enumerable.Range(0, 4000).Select(i => $"Line {i} – ä€🙂"));

        var page = await family.Browser.ForgeAsync(Family.Continue, ("situation", text));

        page.Errors.ShouldHaveSingleItem().ShouldContain("too long");
        Box(page).Value.ShouldBe(text);
    }

    [Fact]
    public async Task Post_LimitWithLineBreaksAsBrowsersSendThem_CountsEachAsOne()
    {
        var family = await AtFirstQuestionAsync();
        var text = string.Join('\n', Enumerable.Repeat("123456789", 500)) + ".";
        text.Length.ShouldBe(Limit);

        await family.Browser.ForgeAsync(Family.Continue, ("situation", text.Replace("\n", "\r\n")));

        family.Page.Path.ShouldBe("/feedback/question/attributes");
        await family.GoOnToCheckAsync();
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe(text);
    }

    [Theory]
    [InlineData("Emoji 👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🙂")]
    [InlineData("من فضلك اسمعني. عندي 3 أطفال (and English)")]
    [InlineData("\u202eright to left\u202c \u2067עברית\u2069")]
    [InlineData("Zo\u00eb, Łódź, ਪੰਜਾਬੀ, 中文, ትግርኛ")]
    [InlineData("<script>alert('x')</script> & \"quotes\" '; DROP TABLE drafts; -- @Model {{7*7}} ${7*7}")]
    [InlineData("\\ \\n %00 %s &amp; &#x27; \ufeffend")]
    public async Task Post_EveryScriptAndSign_ArrivesAndIsShownAsItIs(string text)
    {
        var family = await AtFirstQuestionAsync();

        await family.AnswerAsync(("situation", text));

        Box(await family.Browser.FollowAsync("Back")).Value.ShouldBe(WrittenText.Clean(text));
        await family.GoOnToCheckAsync();
        family.Page.Document.QuerySelectorAll(".govuk-summary-list__value").ShouldContain(value => value.TextContent == WrittenText.Clean(text));
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe(WrittenText.Clean(text));
    }

    [Theory]
    [InlineData("%00", "")]
    [InlineData("a%00b", "ab")]
    [InlineData("bell%07%1B%5B31m", "bell[31m")]
    [InlineData("half+%ED%A0%BD+a+pair", "half %ED%A0%BD a pair")]
    [InlineData("%FF%FE+not+UTF-8", "%FF%FE not UTF-8")]
    [InlineData("%EF%BF%BF%EF%BF%BEx", "x")]
    [InlineData("one%0D%0Atwo%0Dthree%0Afour", "one\ntwo\nthree\nfour")]
    [InlineData("%", "%")]
    [InlineData("%zz", "%zz")]
    public async Task Post_BytesThatAreNoText_AreMadeSafeAndTheRestArrives(string raw, string kept)
    {
        var family = await AtFirstQuestionAsync();

        var page = await PostRawAsync(family, $"situation={raw}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Path.ShouldBe("/feedback/question/attributes");
        await family.GoOnToCheckAsync();
        ((await Host.ResponseAsync(await family.SendAsync())).TextOf("situation") ?? "").ShouldBe(kept);
    }

    [Fact]
    public async Task Post_SameFieldTwice_KeepsBoth()
    {
        var family = await AtFirstQuestionAsync();

        await PostRawAsync(family, "situation=one&situation=two");

        await family.GoOnToCheckAsync();
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe("one,two");
    }

    [Theory]
    [InlineData("trust=0")]
    [InlineData("trust=6")]
    [InlineData("trust=-1")]
    [InlineData("trust=abc")]
    [InlineData("trust=1.0")]
    [InlineData("trust=%D9%A3")]
    [InlineData("trust=not-sure")]
    [InlineData("trust=1&trust=5")]
    [InlineData("trust=99999999999999999999")]
    public async Task Post_NotOnTheScale_SaysSoAndKeepsTheOthers(string trust)
    {
        var family = await AtFirstQuestionAsync();
        await family.AnswerAsync();

        var page = await PostRawAsync(family, $"understands=4&{trust}");

        page.Path.ShouldBe("/feedback/question/attributes");
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Choose a number from 1 to 5");
        page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=understands]").Single(choice => choice.IsChecked).Value.ShouldBe("4");
        page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=trust]").ShouldAllBe(choice => !choice.IsChecked);
        await family.AnswerAsync(("understands", "4"), ("trust", "3"));
        await family.GoOnToCheckAsync();
        (await Host.ResponseAsync(await family.SendAsync())).ScoreOf("trust").ShouldBe(3);
    }

    [Theory]
    [InlineData("application/json", "{\"situation\":\"x\"}")]
    [InlineData("text/plain", "situation=x")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("application/x-www-form-urlencoded; charset=no-such", "situation=x")]
    public async Task Post_NotAFormOfOurs_IsAnsweredWithAPage(string contentType, string body)
    {
        var family = await AtFirstQuestionAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, family.Page.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var page = await family.Browser.OpenAsync(request);

        ((int)page.Status).ShouldBeInRange(400, 499);
        (await family.Browser.GetAsync("/feedback/question/situation")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("changing=abc")]
    [InlineData("changing=true&changing=false")]
    [InlineData("key=anything")]
    [InlineData("situation=from+the+address")]
    [InlineData("handler=Delete")]
    public async Task Get_OddQuery_ShowsThePageAsItIs(string query)
    {
        var family = await AtFirstQuestionAsync();
        await family.AnswerAsync(("situation", "Kept"));

        var page = await family.Browser.GetAsync($"/feedback/question/situation?{query}");

        page.Heading.ShouldStartWith("Can you briefly tell me");
        page.Errors.ShouldBeEmpty();
        Box(page).Value.ShouldBe("Kept");
    }

    [Theory]
    [InlineData("/feedback/leaving")]
    [InlineData("/feedback/sent")]
    [InlineData("/feedback/support/dials")]
    [InlineData("/help")]
    [InlineData("/privacy")]
    [InlineData("/cookies")]
    [InlineData("/accessibility")]
    public async Task Post_PageThatTakesNoForm_IsAnsweredWithAPage(string address)
    {
        var family = await AtFirstQuestionAsync();
        var token = family.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await family.Browser.PostAsync(address, [("__RequestVerificationToken", token), ("situation", "Words for nobody")]);

        ((int)page.Status).ShouldBeInRange(400, 499);
        page.Text.ShouldContain("Words for nobody");
    }

    private async Task<Family> AtFirstQuestionAsync()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        return family;
    }

    private static Task<Page> PostRawAsync(Family family, string fields)
    {
        var token = family.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var body = $"__RequestVerificationToken={Uri.EscapeDataString(token)}&{fields}";
        var request = new HttpRequestMessage(HttpMethod.Post, family.Page.Path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return family.Browser.OpenAsync(request);
    }

    private static IHtmlTextAreaElement Box(Page page) => page.Document.QuerySelector<IHtmlTextAreaElement>("#situation")!;
}

public sealed class SqliteWordsTests(SqliteHost host) : WordsTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlWordsTests(PostgreSqlHost host) : WordsTests(host), IClassFixture<PostgreSqlHost>;
