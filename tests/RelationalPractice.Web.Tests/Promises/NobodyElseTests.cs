using System.Text.RegularExpressions;
using AngleSharp.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Promise 7: nobody else is told. No request to another site, no cookie beyond the two that the cookies page names. That no page
/// reaches another site by itself is checked on every page of every test (<see cref="PageChecks"/>).
/// </summary>
public abstract partial class NobodyElseTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-…'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    [Fact]
    public async Task Cookies_OnTheWholeWay_AreExactlyTheTwoThatThePageNames()
    {
        var set = new List<string>();
        var browser = Host.Browser();
        async Task NoteAsync(HttpRequestMessage request)
        {
            using var response = await browser.SendAsync(request);
            set.AddRange(SetBy(response));
        }

        await NoteAsync(new HttpRequestMessage(HttpMethod.Get, "/"));
        var family = new Family(browser);
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Named, ("RespondentName", "Asha"));
        await family.SendAsync();
        set.AddRange(SetBy(family.Page.Response));
        foreach (var address in FamilyAddresses.All)
        {
            await NoteAsync(new HttpRequestMessage(HttpMethod.Get, address));
            set.AddRange(SetBy((await Host.Browser().GetAsync(address)).Response));
        }

        var page = await Host.Browser().GetAsync("/cookies");
        page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ShouldBe(PageChecks.FamilyCookies, ignoreOrder: true);
        browser.Cookie("session").ShouldNotBeNull();
        browser.Cookie("antiforgery").ShouldNotBeNull();
        set.ShouldNotBeEmpty();
        set.Select(cookie => cookie.Split('=')[0]).ShouldAllBe(name => PageChecks.FamilyCookies.Contains(name));
        set.ShouldAllBe(cookie => IsGuarded(cookie));
    }

    [Fact]
    public async Task Cookie_OfTheSession_EndsWithTheBrowserAndHalfAnHourAfterSending()
    {
        var family = NewFamily();
        await family.StartAsync();
        family.Browser.Cookie("session")!.Expires.ShouldBe(default);
        await family.ReachCheckAsync(Tier.Anonymous);
        var fields = family.Page.Document.QuerySelectorAll("main form input")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!, StringComparer.Ordinal);

        using var response = await family.Browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/feedback/check") { Content = new FormUrlEncodedContent(fields) });

        SetBy(response).Single(cookie => cookie.StartsWith("session=", StringComparison.Ordinal)).ShouldContain("max-age=1800");
    }

    [Fact]
    public async Task Headers_OnEveryAnswer_LetNothingInAndTellNothing()
    {
        string[] addresses = [.. FamilyAddresses.All, "/no-such-page", "/feedback/question/", "/assets/no-such-file.css", "/assets/practice.css", "/health/live"];
        foreach (var address in addresses)
        {
            using var response = await Host.Browser().SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

            Hash().Replace(Header(response, "Content-Security-Policy"), "'sha256-…'").ShouldBe(Policy, address);
            Header(response, "Referrer-Policy").ShouldBe("no-referrer", address);
            Header(response, "X-Content-Type-Options").ShouldBe("nosniff", address);
            Header(response, "X-Robots-Tag").ShouldBe("noindex", address);
            response.Headers.Contains("Server").ShouldBeFalse(address);
        }
    }

    [Fact]
    public void Assets_StylesAndScripts_NameNoOtherSite()
    {
        var files = Directory.GetFiles(Repository.PathOf("src", "RelationalPractice.Web", "wwwroot"), "*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(5);

        foreach (var file in files)
        {
            OtherSite().Matches(File.ReadAllText(file)).Select(match => match.Value).Where(site => site != "http://www.w3.org").ShouldBeEmpty(file);
        }
    }

    [Fact]
    public async Task Links_ToOtherSites_AreOnThePageOfLeavingOnly()
    {
        foreach (var address in FamilyAddresses.All)
        {
            var page = await Host.Browser().GetAsync(address);

            page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(href => href.Contains("//")).ShouldBeEmpty(address);
        }
    }

    private static IEnumerable<string> SetBy(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static bool IsGuarded(string cookie) =>
        new[] { "path=/", "secure", "httponly", "samesite=lax" }.All(part => cookie.Split("; ").Contains(part, StringComparer.OrdinalIgnoreCase));

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex("'sha256-[A-Za-z0-9+/=]+'", RegexOptions.NonBacktracking)]
    private static partial Regex Hash();

    [GeneratedRegex("""(https?:)?//[a-z0-9-]+(\.[a-z0-9-]+)+""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherSite();
}

public sealed class SqliteNobodyElseTests(SqliteHost host) : NobodyElseTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlNobodyElseTests(PostgreSqlHost host) : NobodyElseTests(host), IClassFixture<PostgreSqlHost>;
