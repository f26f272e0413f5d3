using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Pages.Shared;

namespace RelationalPractice.Web.Pages.Leaflets;

/// <summary>
/// The leaflet as a page to send. By an address that is mistyped or off it is the general one: whoever holds it is still invited.
/// </summary>
public sealed class IndexModel(
    PracticeDbContext db, LeafletTexts texts, AuthorityDetails details, Letterhead letterhead, HelpLines lines, IConfiguration configuration) : PageModel
{
    private string _code = "";
    private Audience? _fixed;

    public LeafletView Leaflet { get; private set; } = null!;

    /// <summary>The same for others and in other languages, each in its own words.</summary>
    public IReadOnlyList<(string Words, string Language, string Address)> Others =>
    [
        .. texts.All
            .Where(text => text != Leaflet.Text && (_fixed is not { } only || text.Audience == only))
            .Select(text => (
                text.Audience == Leaflet.Text.Audience ? text.LanguageName : text.Title,
                text.Language,
                FamilyLinks.Leaflet(_code, _fixed is null ? text.Audience : null, text.Language == LeafletTexts.DefaultLanguage ? null : text.Language))),
    ];

    public async Task OnGetAsync(string code, string? audience, string? language, CancellationToken cancellation)
    {
        var typed = LinkCode.Parse(code)?.Value;
        var link = typed is null
            ? null
            : await db.SurveyLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Code == typed && l.SwitchedOffAtUtc == null, cancellation);
        (_code, _fixed) = (link?.Code ?? FamilyLinks.AnyCode, link?.Audience);
        var chosen = _fixed ?? AudienceSlug.Parse(audience) ?? Audience.ParentCarer;
        var text = texts.Find(chosen, language ?? LeafletTexts.DefaultLanguage) ?? texts.Find(chosen, LeafletTexts.DefaultLanguage)!;
        var address = FamilyAddress.OfPage(configuration, Request, link is null ? FamilyLinks.First : FamilyLinks.ByCode(link.Code));
        Leaflet = new LeafletView(text, await details.GetAsync(), await letterhead.GetAsync(cancellation), address, lines.For(chosen));
    }
}
