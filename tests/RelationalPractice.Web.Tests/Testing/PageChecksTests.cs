using AngleSharp;
using AngleSharp.Dom;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Testing;

public sealed class PageChecksTests
{
    public const string GoodPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string GoodTitle = $"What works – {ServiceName.Families}";

    private const string GoodBody = """
        <main><h1>What works</h1>
          <form method="post" action="/feedback/question/trust">
            <label for="words">Your words</label><textarea id="words" name="words" aria-describedby="hint"></textarea><p id="hint">Any words</p>
            <fieldset><legend>Trust</legend><label><input type="radio" name="trust" value="1"> Yes</label></fieldset>
            <button>Continue</button>
          </form>
          <img src="/assets/dial.svg" alt=""><a href="https://www.nspcc.org.uk" rel="noreferrer">NSPCC</a><a href="tel:999">999</a>
        </main>
        """;

    [Fact]
    public async Task Problems_GoodPage_None() => (await ProblemsAsync()).ShouldBeEmpty();

    [Theory]
    [InlineData("<h1>Second</h1>", "h1")]
    [InlineData("<main></main>", "main")]
    [InlineData("<div class=\"govuk-error-summary\"></div>", "Error: ")]
    [InlineData("<p id=\"hint\"></p>", "The id 'hint'")]
    [InlineData("<a href=\"#nowhere\">Skip</a>", "points to 'nowhere'")]
    [InlineData("<input name=\"surname\">", "No label for input 'surname'")]
    [InlineData("<label for=\"pick\"></label><select id=\"pick\" name=\"pick\"></select>", "No label for select 'pick'")]
    [InlineData("<label><input type=\"radio\" name=\"bare\"> A</label>", "The radios 'bare' have no legend")]
    [InlineData("<a href=\"/help\"><svg></svg></a>", "A a without words")]
    [InlineData("<a href=\"/help\" role=\"button\">Get help</a>", "A link that says it is a button")]
    [InlineData("<img src=\"/assets/dial.svg\">", "An image without alt")]
    [InlineData("<p style=\"color: red\">Red</p>", "An inline style")]
    [InlineData("<p onclick=\"go()\">Go</p>", "An inline onclick")]
    [InlineData("<script>go()</script>", "An inline script")]
    [InlineData("<a href=\"javascript:go()\">Go</a>", "A script in an address")]
    [InlineData("<style>p { color: red }</style>", "no hash of a style element")]
    [InlineData("<a href=\"https://example.org\">Elsewhere</a>", "without rel=noreferrer")]
    [InlineData("<script src=\"//cdn.example.org/a.js\"></script>", "script reaches another site")]
    [InlineData("<img alt=\"\" srcset=\"/a.png 1x, https://example.org/a.png 2x\">", "img reaches another site")]
    [InlineData("<form action=\"https://example.org\"></form>", "form reaches another site")]
    [InlineData("<a href=\"/f/6f9619ff-8b86-d011-b42d-00c04fc964ff\">Go</a>", "An identifier in an address")]
    [InlineData("<a href=\"/feedback/question/6F9619FF8B86D011B42D00C04FC964FF\">Go</a>", "An identifier in an address")]
    public async Task Problems_BadElement_IsNamed(string element, string expected) =>
        (await ProblemsAsync(body: GoodBody + element)).ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public async Task Problems_NoMainOrHeading_AreNamed() => (await ProblemsAsync(body: "<p>Nothing</p>")).Count.ShouldBe(2);

    [Theory]
    [InlineData("What works", "does not end with the service's name")]
    [InlineData($"What works – {ServiceName.Staff}", "does not end with the service's name")]
    [InlineData($"Error: {GoodTitle}", "No error summary")]
    public async Task Problems_BadTitle_IsNamed(string title, string expected) =>
        (await ProblemsAsync(title: title)).ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public async Task Problems_NoLanguage_IsNamed() => (await ProblemsAsync(html: "<html>")).ShouldHaveSingleItem().ShouldContain("lang");

    [Fact]
    public async Task Problems_ZoomForbidden_IsNamed() =>
        (await ProblemsAsync(head: "<meta name=\"viewport\" content=\"width=device-width, maximum-scale=1\">")).ShouldHaveSingleItem().ShouldContain("made larger");

    [Theory]
    [InlineData("")]
    [InlineData("default-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")]
    [InlineData("default-src 'none'; script-src 'self'; form-action 'self'; base-uri 'none'")]
    [InlineData($"{GoodPolicy}; style-src-attr 'unsafe-inline'")]
    [InlineData($"{GoodPolicy}; font-src https://fonts.example.org")]
    [InlineData($"{GoodPolicy}; connect-src *")]
    public async Task Problems_WeakPolicy_IsNamed(string policy) => (await ProblemsAsync(policy: policy)).ShouldNotBeEmpty();

    [Fact]
    public async Task Problems_StyleWithItsHash_None()
    {
        const string style = "<style>p { color: red }</style>";
        var policy = GoodPolicy.Replace("style-src 'self'", "style-src 'self' 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4='", StringComparison.Ordinal);

        (await ProblemsAsync(head: style, policy: policy)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Problems_ReferrerSent_IsNamed() => (await ProblemsAsync(referrer: "origin")).ShouldHaveSingleItem().ShouldContain("Referrer-Policy");

    [Theory]
    [InlineData("/feedback/check", GoodTitle, true)]
    [InlineData("/collation", $"To read – {ServiceName.Staff}", true)]
    [InlineData("/help", GoodTitle, false)]
    public async Task Problems_AnswersThatMayBeKept_AreNamed(string path, string title, bool refused) =>
        (await ProblemsAsync(path: path, title: title, cache: "max-age=60")).Any(problem => problem.Contains("no-store", StringComparison.Ordinal)).ShouldBe(refused);

    [Theory]
    [InlineData("/feedback/sent", "session=1; path=/", "/feedback/code", true)]
    [InlineData("/feedback/sent", "visitor=1; path=/", "/feedback/code", false)]
    [InlineData("/nobody-knows-this-page", "visitor=1; path=/", "", false)]
    [InlineData("/collation", "staff=1; path=/", "/collation/6f9619ff-8b86-d011-b42d-00c04fc964ff", true)]
    [InlineData("/interviews/6f9619ff-8b86-d011-b42d-00c04fc964ff", "staff=1; path=/", "", true)]
    [InlineData("/interview/6f9619ff-8b86-d011-b42d-00c04fc964ff", "session=1; path=/", "", false)]
    [InlineData("/feedback/sent", "session=1; path=/", "/feedback/code?response=6f9619ff-8b86-d011-b42d-00c04fc964ff", false)]
    public void Problems_AnyAnswer_CookiesAndAddressesOfFamiliesArePlain(string path, string cookie, string location, bool good)
    {
        using var response = Response(path);
        response.Headers.Add("Set-Cookie", cookie);
        response.Headers.TryAddWithoutValidation("Location", location);

        PageChecks.Problems(response).Count.ShouldBe(good ? 0 : 1);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(
        string html = "<html lang=\"en-GB\">", string title = GoodTitle, string head = "", string body = GoodBody, string path = "/feedback/question/trust",
        string policy = GoodPolicy, string referrer = "no-referrer", string cache = "no-store")
    {
        using var response = Response(path);
        response.Headers.Add("Content-Security-Policy", policy);
        response.Headers.Add("Referrer-Policy", referrer);
        response.Headers.Add("Cache-Control", cache);
        var document = await BrowsingContext.New().OpenAsync(page =>
            page.Address(response.RequestMessage!.RequestUri!).Content($"<!doctype html>{html}<head><title>{title}</title>{head}</head><body>{body}</body></html>"));
        return PageChecks.Problems(document, response);
    }

    private static HttpResponseMessage Response(string path) =>
        new() { RequestMessage = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri("https://localhost"), path)) };
}
