using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

public sealed class DetailsModel(PracticeDbContext db, IConfiguration configuration) : PageModel
{
    public LinkView Link { get; private set; } = null!;

    public FamilyAddress Address => FamilyAddress.Of(configuration, Request, Link.Code);

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
