using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RelationalPractice.Administration;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Staff;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Links;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Links;

/// <summary>What comes out of the printer: pages, tags, and QR codes that another program than ours can read.</summary>
public sealed partial class PrintedTests(PrintedTests.Printing browser) : IClassFixture<PrintedTests.Printing>
{
    private const string PublicAddress = "https://feedback.calder-vale.example";
    private const string QualityTeam = "qa@demo.example";
    private const double MillimetresInAnInch = 25.4;
    private const double PixelsInAnInch = 96;
    private const double LeastMillimetres = 25;

    private const double A4Width = 794;

    /// <summary>300 dots an inch, as an office printer draws.</summary>
    private const double Zoom = 3.125;

    [Fact]
    public Task Pdf_Leaflets_AreOneSheetOfBothSides() => PrintsAsync(2,
        id => SurveyLinkLinks.Leaflet(id, new LeafletChoice(Audience.ParentCarer)),
        id => SurveyLinkLinks.Leaflet(id, new LeafletChoice(Audience.YoungPerson)),
        id => SurveyLinkLinks.Leaflet(id, new LeafletChoice(Audience.ParentCarer, IsA4: true)),
        id => SurveyLinkLinks.Leaflet(id, new LeafletChoice(Audience.YoungPerson, IsA4: true)));

    [Fact]
    public async Task Pdf_LeafletsWithTheLongestWordsOfTheAuthority_AreOneSheetToo()
    {
        var words = string.Concat(Enumerable.Repeat("We are glad to hear from you, on weekdays from nine to five. ", LeafletWords.WordsMaxLength))[..LeafletWords.WordsMaxLength];
        await SaveAsync(db => db.LeafletWords.AddRange(Enum.GetValues<Audience>().Select(audience => new LeafletWords { Audience = audience, Language = "en", Words = words })));
        try
        {
            // What the program remembers of them is a minute old at most.
            browser.Site.Services.GetRequiredService<IMemoryCache>().ShouldBeOfType<MemoryCache>().Clear();
            await Pdf_Leaflets_AreOneSheetOfBothSides();
        }
        finally
        {
            await SaveAsync(db => db.LeafletWords.RemoveRange(db.LeafletWords));
            browser.Site.Services.GetRequiredService<IMemoryCache>().ShouldBeOfType<MemoryCache>().Clear();
        }
    }

    [Fact]
    public Task Pdf_PaperForms_EndWithTheirSheet() => PrintsAsync(8,
        _ => SurveyLinkLinks.PaperForm(Audience.ParentCarer), _ => SurveyLinkLinks.PaperForm(Audience.YoungPerson));

    [Fact]
    public Task Pdf_TwoPaperForms_BeginEachOnASheetOfItsOwn() => PrintsAsync(16, _ => SurveyLinkLinks.PaperForm(Audience.ParentCarer) + "?copies=2");

    [Fact]
    public Task Pdf_Cards_AreOnePage() => PrintsAsync(1, id => SurveyLinkLinks.Card(id), id => SurveyLinkLinks.Card(id, large: true));

    [Fact]
    public Task Qr_OnEverythingPrinted_IsReadByAnotherProgram() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var (id, code) = await LinkAsync();
        await SignInAsync(visit);
        foreach (var (address, leadsTo) in new[]
        {
            (SurveyLinkLinks.Leaflet(id), $"{PublicAddress}/f/{code}"),
            (SurveyLinkLinks.Leaflet(id, new LeafletChoice(Audience.ParentCarer, IsA4: true)), $"{PublicAddress}/f/{code}"),
            (SurveyLinkLinks.Card(id), $"{PublicAddress}/f/{code}"),
            (SurveyLinkLinks.Card(id, large: true), $"{PublicAddress}/f/{code}"),
            (SurveyLinkLinks.PaperForm(Audience.YoungPerson), $"{PublicAddress}/feedback/code"),
        })
        {
            await visit.GoToAsync(address);
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            foreach (var picture in await visit.Page.Locator(".qr").AllAsync())
            {
                var width = (await picture.BoundingBoxAsync())!.Width / PixelsInAnInch * MillimetresInAnInch;
                width.ShouldBeGreaterThanOrEqualTo(LeastMillimetres, address);
            }

            (await ReadAsync(visit)).ShouldBe([leadsTo], address);
        }
    });

    private Task PrintsAsync(int pages, params Func<Guid, string>[] addresses) => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var (id, _) = await LinkAsync();
        await SignInAsync(visit);
        foreach (var address in addresses.Select(of => of(id)))
        {
            await visit.GoToAsync(address);
            var link = await visit.Pressable("Download PDF").GetAttributeAsync("href");
            var response = await visit.Context.APIRequest.GetAsync(new Uri(new Uri(visit.Page.Url), link).AbsoluteUri);

            response.Status.ShouldBe(200, address);
            response.Headers["content-type"].ShouldBe("application/pdf");
            var pdf = Encoding.Latin1.GetString(await response.BodyAsync());
            pdf.ShouldStartWith("%PDF-");
            pdf.ShouldContain("/StructTreeRoot");
            pdf.ShouldContain("/MarkInfo");
            Count().Matches(pdf).Max(match => int.Parse(match.Groups["pages"].Value, CultureInfo.InvariantCulture)).ShouldBe(pages, address);
        }

        Directory.GetDirectories(Path.GetTempPath(), "practice-print-*").ShouldBeEmpty();
    });

    private Task SaveAsync(Action<PracticeDbContext> change) => browser.Site.ReadAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });

    private static async Task SignInAsync(Visit visit)
    {
        await visit.SignInAsync(QualityTeam);
        await visit.Page.WaitForURLAsync("**/staff");
    }

    private Task<(Guid Id, string Code)> LinkAsync() => browser.Site.ReadAsync(async db =>
    {
        var link = await db.SurveyLinks.Where(l => l.Audience == null && l.SwitchedOffAtUtc == null).OrderBy(l => l.Code).Select(l => new { l.Id, l.Code }).FirstAsync();
        return (link.Id, link.Code);
    });

    /// <summary>What zbarimg finds in a picture of the part that holds the code, as it is printed.</summary>
    private static async Task<string[]> ReadAsync(Visit visit)
    {
        await visit.Page.SetViewportSizeAsync((int)(A4Width * Zoom), (int)(A4Width * Zoom));
        await visit.Page.EvaluateAsync("zoom => { document.documentElement.style.zoom = zoom }", Zoom);
        var file = Path.Combine(Path.GetTempPath(), Path.ChangeExtension(Path.GetRandomFileName(), "png"));
        try
        {
            await visit.Page.Locator("section:has(.qr)").First.ScreenshotAsync(new LocatorScreenshotOptions { Path = file });
            using var reader = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var read = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return read.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"/Type /Pages\s+/Count (?<pages>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Count();

    public sealed class Printing : SiteFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Pdf:ChromiumPath"] = Chromium.Find(),
            ["Families:PublicAddress"] = PublicAddress,
        };
    }
}
