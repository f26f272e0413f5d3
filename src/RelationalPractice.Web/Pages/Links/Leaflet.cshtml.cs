using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>The leaflet that leads to one link, on one sheet of both sides, or in large print.</summary>
public sealed class LeafletModel(
    PracticeDbContext db, LeafletTexts texts, AuthorityDetails details, Letterhead letterhead, HelpLines lines, IConfiguration configuration, PrintedPages printed)
    : PrintedPage(printed)
{
    public const string A4 = "a4";

    [BindProperty(SupportsGet = true)]
    public string? Audience { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true, Name = SurveyLinkLinks.Size)]
    public string? Size { get; set; }

    [BindProperty(SupportsGet = true, Name = SurveyLinkLinks.Large)]
    public string? Large { get; set; }

    public bool IsA4 => Size == A4;

    public bool IsLarge => Large == SurveyLinkLinks.Yes;

    public SurveyLink Link { get; private set; } = null!;

    public LeafletView Leaflet { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    /// <summary>The same leaflet on other paper, for others and in other languages.</summary>
    public IEnumerable<(string Words, string Address)> Others
    {
        get
        {
            var now = new LeafletChoice(Leaflet.Text.Audience, Leaflet.Text.Language, IsA4, IsLarge);
            yield return (IsA4 ? "On A5" : "On A4", SurveyLinkLinks.Leaflet(Link.Id, now with { IsA4 = !IsA4 }));
            yield return (IsLarge ? "In usual print" : "In large print", SurveyLinkLinks.Leaflet(Link.Id, now with { IsLarge = !IsLarge }));
            foreach (var other in texts.All.Where(text => text != Leaflet.Text && (Link.Audience is not { } only || text.Audience == only)))
            {
                yield return ($"{StaffWords.Of(other.Audience)}: {other.LanguageName}", SurveyLinkLinks.Leaflet(Link.Id, now with { Audience = other.Audience, Language = other.Language }));
            }
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.SurveyLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.SwitchedOffAtUtc == null, cancellation) is not { } link
            || texts.Find(AudienceOf(link), Language ?? LeafletTexts.DefaultLanguage) is not { } text)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        var address = FamilyAddress.Of(configuration, Request, link.Code);
        Link = link;
        Leaflet = new LeafletView(text, await details.GetAsync(), await letterhead.GetAsync(cancellation), address, lines.For(text.Audience));
        Picture = QrCode.Svg(address.ToString(), $"QR code that leads to {address.InWords}");
        return Print($"leaflet-{link.Code}");
    }

    private Audience AudienceOf(SurveyLink link) => link.Audience ?? AudienceSlug.Parse(Audience) ?? Surveys.Audience.ParentCarer;
}

public sealed record LeafletChoice(Audience Audience, string Language = LeafletTexts.DefaultLanguage, bool IsA4 = false, bool IsLarge = false);
