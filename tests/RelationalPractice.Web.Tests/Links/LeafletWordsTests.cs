using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

/// <summary>The authority's own logo and paragraphs.</summary>
public abstract class LeafletWordsTests(StaffSite site)
{
    private const string Words = "words-parent-carer-en";

    private static readonly byte[] Png = QrCode.Png("https://example.org", pixelsPerModule: 2);

    [Fact]
    public async Task Save_AParagraph_StandsOnTheLeafletAndIsAudited()
    {
        await ForgetAsync();
        var reader = await OpenAsync();
        var before = await AuditedAsync();

        (await reader.SubmitAsync("Save", (Words, "We are <b>here</b> for you.\nCome by."))).Text.ShouldContain("Saved.");

        (await AuditedAsync()).ShouldBe(before + 1);
        var link = await site.MakeLinkAsync();
        PageText.Of((await reader.GetAsync(SurveyLinkLinks.Leaflet(link.Id))).Document.QuerySelector(".leaflet__own")).ShouldBe("We are <b>here</b> for you. Come by.");
        (await site.Browser().GetAsync($"/leaflet/{link.Code}")).Text.ShouldContain("We are <b>here</b> for you.");
        await (await OpenAsync()).SubmitAsync("Save", (Words, ""));
        (await site.InDatabaseAsync(db => db.LeafletWords.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Save_AParagraphOverItsLimit_KeepsWhatWasTyped()
    {
        var words = new string('x', LeafletWords.WordsMaxLength + 1);

        var page = await (await OpenAsync()).SubmitAsync("Save", (Words, words));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldContain($"{LeafletWords.WordsMaxLength} characters or fewer");
        page.Document.GetElementById(Words)!.TextContent.Trim().ShouldBe(words);
    }

    [Fact]
    public async Task Save_ByTwoAtOnce_TellsTheSecondAndLosesNothing()
    {
        await ForgetAsync();
        var (first, second) = (await OpenAsync(), await OpenAsync());
        await first.SubmitAsync("Save", (Words, "From the first."));

        var page = await second.SubmitAsync("Save", (Words, "From the second."));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("A colleague changed this");
        page.Document.GetElementById(Words)!.TextContent.Trim().ShouldBe("From the second.");
        (await StoredAsync()).ShouldBe("From the first.");
        await second.SubmitAsync("Save");
        (await StoredAsync()).ShouldBe("From the second.");
    }

    [Fact]
    public async Task Upload_APicture_IsShownByItsContent()
    {
        var reader = await OpenAsync();

        (await UploadAsync(reader, Png, "logo.txt")).Text.ShouldContain("Saved.");

        var link = await site.MakeLinkAsync();
        var logo = (await reader.GetAsync(SurveyLinkLinks.Leaflet(link.Id))).Document.QuerySelector(".leaflet__logo")!;
        logo.GetAttribute("alt").ShouldNotBeNullOrWhiteSpace();
        using var response = await site.Browser().SendAsync(new HttpRequestMessage(HttpMethod.Get, logo.GetAttribute("src")));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        (await site.Browser().GetAsync("/leaflet/logo/0123456789ab")).Status.ShouldBe(HttpStatusCode.NotFound);

        await (await OpenAsync()).SubmitAsync("Save", ("RemoveLogo", "true"));
        (await site.InDatabaseAsync(db => db.AuthorityLogos.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("GIF89a")]
    public async Task Upload_WhatIsNoPicture_IsRefusedWhateverItsName(string content)
    {
        var page = await UploadAsync(await OpenAsync(), Encoding.ASCII.GetBytes(content), "logo.png");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("That file is not a PNG or JPEG");
    }

    [Theory]
    [InlineData(AuthorityLogo.ContentMaxLength + 1)]
    [InlineData(2_500_000)]
    public async Task Upload_APictureOverItsLimit_IsRefusedOnThePage(int length)
    {
        var page = await UploadAsync(await OpenAsync(), [.. Png, .. new byte[length - Png.Length]], "logo.png", "Words that I typed");

        page.Errors.ShouldHaveSingleItem().ShouldContain("larger than 500 kB");
        page.Document.GetElementById(Words)!.TextContent.Trim().ShouldBe("Words that I typed");
    }

    private Task<int> AuditedAsync() => site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == AuditEventKind.LeafletChanged));

    private Task<string?> StoredAsync() => site.InDatabaseAsync(db =>
        db.LeafletWords.Where(w => w.Audience == Audience.ParentCarer && w.Language == "en").Select(w => (string?)w.Words).SingleOrDefaultAsync());

    private Task<int> ForgetAsync() => site.InDatabaseAsync(db => db.LeafletWords.ExecuteDeleteAsync());

    private async Task<PageClient> OpenAsync()
    {
        var reader = await site.SignInAsync(Role.QualityAssurance);
        await reader.GetAsync(SurveyLinkLinks.LeafletWords());
        return reader;
    }

    private static Task<Page> UploadAsync(PageClient reader, byte[] file, string name, string? words = null)
    {
        var fields = reader.Page.Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value")!);
        var body = new MultipartFormDataContent { { new ByteArrayContent(file), "Logo", name } };
        foreach (var (field, value) in fields.Append(KeyValuePair.Create(Words, words ?? "")))
        {
            body.Add(new StringContent(value), field);
        }

        return reader.OpenAsync(new HttpRequestMessage(HttpMethod.Post, SurveyLinkLinks.LeafletWords()) { Content = body });
    }

    public sealed class OnSqlite(SqliteSite site) : LeafletWordsTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : LeafletWordsTests(site), IClassFixture<PostgreSqlSite>;
}
