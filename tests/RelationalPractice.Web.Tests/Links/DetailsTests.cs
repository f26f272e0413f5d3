using System.Buffers.Binary;
using System.Net;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

/// <summary>One link: its page, its QR code, its cards, and switching it off.</summary>
public abstract class DetailsTests(StaffSite site)
{
    private const string PublicAddress = "https://feedback.example.org";

    [Fact]
    public async Task Get_Link_ShowsTheFamiliesAddressAndNotOurs()
    {
        var link = await site.MakeLinkAsync();

        var page = await OpenAsync($"/links/{link.Id}");

        page.Document.QuerySelector(".practice-address")!.TextContent.ShouldBe($"feedback.example.org/f/{link.Code}");
        page.Document.QuerySelector("img")!.GetAttribute("alt")!.ShouldContain($"feedback.example.org/f/{link.Code}");
    }

    [Fact]
    public async Task QrSvg_Link_IsTheAddressAsOnePicture()
    {
        var link = await site.MakeLinkAsync();

        using var response = await FileAsync($"/links/{link.Id}/qr.svg");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var svg = await response.Content.ReadAsStringAsync();
        svg.ShouldBe(QrCode.Svg($"{PublicAddress}/f/{link.Code}", $"QR code that leads to feedback.example.org/f/{link.Code}"));
        svg.ShouldNotBe(QrCode.Svg($"https://localhost/f/{link.Code}", $"QR code that leads to feedback.example.org/f/{link.Code}"));
    }

    [Fact]
    public async Task QrPng_Link_IsLargeEnoughForAPoster()
    {
        var link = await site.MakeLinkAsync();

        using var response = await FileAsync($"/links/{link.Id}/qr.png");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var png = await response.Content.ReadAsByteArrayAsync();
        png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBeGreaterThan(600);
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 2)]
    public async Task Card_EachSize_ShowsCodeAddressAndWhereToAskOnEveryCard(bool large, int cards)
    {
        var link = await site.MakeLinkAsync(audience: Audience.YoungPerson);

        var page = await OpenAsync(SurveyLinkLinks.Card(link.Id, large));

        page.Document.DocumentElement.ClassList.Contains("large-print").ShouldBe(large);
        var shown = page.Document.QuerySelectorAll(".card");
        shown.Length.ShouldBe(cards);
        shown.ShouldAllBe(card => card.QuerySelector(".qr svg") != null && card.QuerySelector(".address")!.TextContent == $"feedback.example.org/f/{link.Code}");
        shown[0].TextContent.ShouldContain("How are things with your social worker?");
    }

    [Fact]
    public async Task SwitchOff_Asked_HappensOnlyWhenConfirmed()
    {
        var link = await site.MakeLinkAsync("Leaflet to end");
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/links/{link.Id}");

        (await browser.FollowAsync("Switch this link off")).Text.ShouldContain("Leaflet to end");
        (await site.AuditedAsync(AuditEventKind.LinkSwitchedOff, link.Id)).ShouldBe(0);
        var confirm = browser.Page;
        (await browser.SubmitAsync("Switch it off")).Text.ShouldContain("Switched off on");
        await browser.SubmitAsync(confirm, "Switch it off");

        (await site.AuditedAsync(AuditEventKind.LinkSwitchedOff, link.Id)).ShouldBe(1);
        (await site.InDatabaseAsync(async db => (await db.SurveyLinks.FindAsync(link.Id))!.IsOn)).ShouldBeFalse();
    }

    [Fact]
    public async Task Off_Link_GivesNothingToPrint()
    {
        var link = await site.MakeLinkAsync(off: true);
        var browser = await site.SignInAsync(Role.QualityAssurance);

        foreach (var path in new[] { $"/links/{link.Id}/qr.svg", $"/links/{link.Id}/qr.png", $"/links/{link.Id}/card" })
        {
            (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await browser.GetAsync($"/links/{link.Id}")).Document.QuerySelectorAll("main img, main ul").ShouldBeEmpty();
        (await browser.GetAsync($"/links/{link.Id}/switch-off")).Path.ShouldBe($"/links/{link.Id}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/card")]
    [InlineData("/switch-off")]
    [InlineData("/qr.svg")]
    public async Task Get_UnknownLink_IsNotFound(string page) =>
        (await (await site.SignInAsync(Role.QualityAssurance)).GetAsync($"/links/{Guid.NewGuid()}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);

    private async Task<Page> OpenAsync(string path)
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    private async Task<HttpResponseMessage> FileAsync(string path)
    {
        var response = await (await site.SignInAsync(Role.QualityAssurance)).SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response;
    }

    public abstract class Site(TestDatabaseProvider provider) : StaffSite(provider)
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Families:PublicAddress"] = PublicAddress, ["Staff:RequireSecondFactor"] = "false" };
    }

    public sealed class SqliteSite() : Site(TestDatabaseProvider.Sqlite);

    public sealed class PostgreSqlSite() : Site(TestDatabaseProvider.PostgreSql);

    public sealed class OnSqlite(SqliteSite site) : DetailsTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : DetailsTests(site), IClassFixture<PostgreSqlSite>;
}
