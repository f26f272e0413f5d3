using System.Net;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Leaflets;

/// <summary>The leaflet as a page to send.</summary>
public abstract class IndexTests(HostFixture site)
{
    [Theory]
    [InlineData(SampleAuthority.ParentsCode, "How are things with your social worker?")]
    [InlineData(SampleAuthority.YoungCode, "What is your social worker like?")]
    [InlineData(SampleAuthority.WorkerCode, "How are things with your social worker?")]
    public async Task Get_ALinksCode_LeadsToThatLink(string code, string heading)
    {
        var browser = site.Host.Browser();

        var page = await browser.GetAsync($"/leaflet/{code.ToLowerInvariant()}");

        page.Heading.ShouldBe(heading);
        page.Document.QuerySelector("a.govuk-button")!.GetAttribute("href").ShouldBe($"/f/{code}");
        page.Text.ShouldContain(code == SampleAuthority.YoungCode ? "we have to do something about it" : "we must act on what you wrote");
    }

    [Theory]
    [InlineData(SampleAuthority.OffCode)]
    [InlineData(SampleAuthority.UnknownCode)]
    [InlineData("all")]
    [InlineData("%3Cscript%3E")]
    public async Task Get_ACodeThatIsNone_IsTheGeneralLeaflet(string code)
    {
        var page = await site.Host.Browser().GetAsync($"/leaflet/{code}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("a.govuk-button")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task Get_ALinkForEverybody_LeadsToTheOneForYoungPeople()
    {
        var browser = site.Host.Browser();
        await browser.GetAsync($"/leaflet/{SampleAuthority.GeneralCode}");

        var page = await browser.FollowAsync("What is your social worker like?");

        page.Heading.ShouldBe("What is your social worker like?");
        page.Document.QuerySelector("a.govuk-button")!.GetAttribute("href").ShouldBe($"/f/{SampleAuthority.GeneralCode}");
    }

    [Fact]
    public async Task Get_ALanguageThatIsNone_IsEnglish() =>
        (await site.Host.Browser().GetAsync($"/leaflet/{SampleAuthority.GeneralCode}?language=tlh")).Document.DocumentElement.GetAttribute("lang").ShouldBe("en");

    [Fact]
    public async Task Get_AnyCode_LeavesNothingBehind()
    {
        var browser = site.Host.Browser();
        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/leaflet/{SampleAuthority.WorkerCode}"));

        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(SampleAuthority.WorkerName);
    }

    public sealed class OnSqlite(SqliteHost site) : IndexTests(site), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgreSqlHost site) : IndexTests(site), IClassFixture<PostgreSqlHost>;
}
