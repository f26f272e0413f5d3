using System.Net;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.BadInput;

/// <summary>Cookies that are off, old, torn or made up: a clear page, and the words that were typed on it.</summary>
public abstract class CookieTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    private const string Words = "I typed this and do not want to type it again.";

    public static TheoryData<string> Garbage => new(
        "x", "", "%", "../../etc", new string('A', 42), new string('A', 44), new string('A', 5000), "....", "a.b.c", "null", "0",
        "ÄÖÜ", "<script>", new string('!', 43), new string('A', 43) + "." + new string('A', 43), new string('A', 42) + "B");

    [Fact]
    public async Task Get_NoCookies_SaysWhatIsMissing()
    {
        var page = await Host.Browser().GetAsync("/feedback/question/situation");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe("We cannot find your answers");
        page.Document.QuerySelector("main a[href='/feedback/start']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_BrowserThatKeepsNoCookies_ShowsTheWordsAgain()
    {
        var family = await AtFirstQuestionAsync();
        family.Browser.ForgetCookies();

        var page = await family.AnswerAsync(("situation", Words));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe("We cannot find your answers");
        page.Text.ShouldContain(Words);
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Get_MadeUpSession_IsNobodys(string value)
    {
        var browser = Host.Browser();

        foreach (var address in new[] { "/", "/feedback/how", "/feedback/question/situation", "/feedback/check", "/feedback/sent", "/help" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Cookie", $"session={value}");
            using var response = await browser.SendAsync(request);

            ((int)response.StatusCode).ShouldBeLessThan(500, address);
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("Go on with those answers");
        }
    }

    [Fact]
    public async Task Get_OneBitOfTheSessionChanged_OpensNothing()
    {
        var family = await AtFirstQuestionAsync();
        await family.AnswerAsync(("situation", Words));
        var right = family.Browser.Cookie("session")!.Value;

        family.Browser.SetCookie("session", (right[0] == 'A' ? 'B' : 'A') + right[1..]);
        var page = await family.Browser.GetAsync("/feedback/question/situation");

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldNotContain(Words);
        family.Browser.SetCookie("session", right);
        (await family.Browser.GetAsync("/feedback/question/situation")).Text.ShouldContain(Words);
    }

    [Fact]
    public async Task Post_WithoutToken_ShowsTheWordsAndSavesThemOnTryingAgain()
    {
        var family = await AtFirstQuestionAsync();

        var page = await family.Browser.PostAsync("/feedback/question/situation", [("changing", "false"), ("situation", Words)]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(Words);
        await family.Browser.SubmitAsync("Try again");
        family.Page.Path.ShouldBe("/feedback/question/attributes");
        (await family.Browser.FollowAsync("Back")).Text.ShouldContain(Words);
    }

    [Theory]
    [InlineData("same-origin", "null")]
    [InlineData("same-origin", "https://localhost")]
    [InlineData(null, "null")]
    [InlineData(null, "https://localhost")]
    public async Task Post_WithoutTokenAsBrowsersSendOurForms_IsOfferedToBeSentAgain(string? site, string origin)
    {
        var family = await AtFirstQuestionAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/feedback/question/situation")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("situation", Words)]),
        };
        request.Headers.Add("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        await family.Browser.OpenAsync(request);

        (await family.Browser.SubmitAsync("Try again")).Path.ShouldBe("/feedback/question/attributes");
    }

    [Fact]
    public async Task Post_TokenOfSomebodyElse_IsRefused()
    {
        var family = await AtFirstQuestionAsync();
        var stranger = Host.Browser();
        await stranger.GetAsync("/");
        var token = stranger.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await family.Browser.PostAsync("/feedback/question/situation", [("__RequestVerificationToken", token), ("situation", Words)]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await family.Browser.GetAsync("/feedback/check")).Path.ShouldBe("/feedback/question/situation");
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData(null, "https://elsewhere.example")]
    public async Task Post_FromAnotherSite_IsNotOfferedToBeSentAgain(string? site, string? origin)
    {
        var family = await AtFirstQuestionAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/feedback/question/situation")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("situation", "Words that another site chose")]),
        };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null) request.Headers.Add("Origin", origin);

        var page = await family.Browser.OpenAsync(request);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_DraftLeftInAnotherTab_ShowsTheWords()
    {
        var family = await AtFirstQuestionAsync();
        var secret = family.Browser.Cookie("session")!.Value;
        await family.Browser.NewTab().PostAsync("/leave", []);
        await family.Browser.GetAsync("/");
        family.Browser.SetCookie("session", secret);
        var token = family.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await family.Browser.PostAsync("/feedback/question/situation", [("__RequestVerificationToken", token), ("situation", Words)]);

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Heading.ShouldBe("Your answers are not here any more");
        page.Text.ShouldContain(Words);
    }

    [Theory]
    [InlineData(Words)]
    [InlineData("Frightened")]
    public async Task Post_BackAfterSending_SaysItWasSentBeforeAndShowsTheWords(string words)
    {
        var family = await AtFirstQuestionAsync();
        var open = family.Page;
        await family.GoOnToCheckAsync();
        var code = await family.SendAsync();

        var page = await family.Browser.SubmitAsync(open, Family.Continue, ("situation", words));

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Heading.ShouldBe("You sent your answers before");
        page.Document.QuerySelectorAll("textarea").Select(box => box.TextContent.Trim()).ShouldContain(words);
        (await Host.ResponseAsync(code)).Answers.ShouldBeEmpty();
        await family.Browser.FollowAsync("See the page with your code");
        Family.CodeOn(family.Page).ShouldBe(code);
    }

    private async Task<Family> AtFirstQuestionAsync()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        return family;
    }
}

public sealed class SqliteCookieTests(SqliteHost host) : CookieTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlCookieTests(PostgreSqlHost host) : CookieTests(host), IClassFixture<PostgreSqlHost>;
