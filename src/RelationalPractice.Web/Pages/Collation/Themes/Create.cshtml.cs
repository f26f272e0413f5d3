using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class CreateModel(PracticeDbContext db, Questionnaires questionnaires, CurrentStaff staff, Chance chance) : PageModel
{
    [BindProperty]
    public ThemeFields Fields { get; set; } = new();

    public IReadOnlyList<ThemeAttribute> Attributes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Attributes = await ThemeAttribute.AllAsync(db, questionnaires, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Attributes = await ThemeAttribute.AllAsync(db, questionnaires, cancellation);
        Fields.Clean();
        if (!await this.IsValidAsync(Fields, new ThemeFieldsRules(Attributes)))
        {
            return this.PageWithErrors();
        }

        var theme = ThemeSeeds.Of(Fields.Wording(), chance);
        var step = theme.Add(staff.For(), chance);
        db.Add(theme);
        db.AddRange(step.Changes);
        db.Add(step.Audit);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            ModelState.AddModelError("Fields.Name", ThemeRefusals.NameTaken);
            return this.PageWithErrors();
        }

        return Redirect(ThemeLinks.Details(theme.Id));
    }
}
