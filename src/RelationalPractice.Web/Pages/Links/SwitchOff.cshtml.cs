using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Links;

public sealed class SwitchOffModel(PracticeDbContext db, CurrentStaff staff, IConfiguration configuration) : PageModel
{
    public SurveyLink Link { get; private set; } = null!;

    public FamilyAddress Address => FamilyAddress.Of(configuration, Request, Link.Code);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.SurveyLinks.FindAsync([id], cancellation) is not { } link)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        Link = link;
        return link.IsOn ? Page() : Redirect(SurveyLinkLinks.Details(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.SurveyLinks.FindAsync([id], cancellation) is not { } link)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        if (link.SwitchOff(staff.For()) is { } switchedOff)
        {
            db.AuditEvents.Add(switchedOff);
            await db.SaveChangesAsync(cancellation);
        }

        return Redirect(SurveyLinkLinks.Details(id));
    }
}
