using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>Cards to print, cut and hand out: a sheet of A4 holds four, or two in large print.</summary>
public sealed class CardModel(PracticeDbContext db, AuthorityDetails details, IConfiguration configuration, PrintedPages printed)
    : PrintedPage(printed)
{
    [BindProperty(SupportsGet = true, Name = SurveyLinkLinks.Size)]
    public string? Size { get; set; }

    public bool Large => Size == SurveyLinkLinks.Large;

    public int CardsOnSheet => Large ? 2 : 4;

    public SurveyLink Link { get; private set; } = null!;

    public FamilyAddress Address { get; private set; } = null!;

    public AuthorityView Authority { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    public bool ForYoungPeople => Link.Audience == Audience.YoungPerson;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.SurveyLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.SwitchedOffAtUtc == null, cancellation) is not { } link)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        Link = link;
        Authority = await details.GetAsync();
        Address = FamilyAddress.Of(configuration, Request, link.Code);
        Picture = QrCode.Svg(Address.ToString(), $"QR code that leads to {Address.InWords}");
        return Print($"cards-{link.Code}");
    }
}
