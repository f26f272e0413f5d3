using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class RestoreModel(PracticeDbContext db, CurrentStaff staff, Chance chance) : ThemePage(db, staff, chance)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, cancellation) && Theme.State == ThemeState.Retired ? Page() : this.NotThere(ThemeLinks.Missing);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        if (!IsAsSeen())
        {
            return this.PageWithErrors();
        }

        if (Theme.Restore(Staff.For(), Chance) is { } step && !await KeepAsync(step, cancellation))
        {
            return this.PageWithErrors();
        }

        return Redirect(ThemeLinks.Details(id));
    }
}
