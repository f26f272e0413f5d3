using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

public sealed class DetailsModel(PracticeDbContext db, LeafletTexts texts, IConfiguration configuration) : PageModel
{
    public LinkView Link { get; private set; } = null!;

    public FamilyAddress Address => FamilyAddress.Of(configuration, Request, Link.Code);

    public IEnumerable<LeafletText> Leaflets => texts.All.Where(text => Link.Audience is not { } only || text.Audience == only);

    public string PathToSend(LeafletText text) => FamilyLinks.Leaflet(
        Link.Code, Link.Audience is null ? text.Audience : null, text.Language == LeafletTexts.DefaultLanguage ? null : text.Language);

    public FamilyAddress AddressToSend(LeafletText text) => FamilyAddress.OfPage(configuration, Request, PathToSend(text));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await LinkView.Of(db.SurveyLinks.Where(l => l.Id == id), db).SingleOrDefaultAsync(cancellation) is not { } link)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        Link = link;
        return Page();
    }
}
