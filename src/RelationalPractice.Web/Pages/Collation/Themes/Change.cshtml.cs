using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class ChangeModel(PracticeDbContext db, Questionnaires questionnaires, CurrentStaff staff, Chance chance) : ThemePage(db, staff, chance)
{
    [BindProperty]
    public ThemeFields Fields { get; set; } = new();

    public IReadOnlyList<ThemeAttribute> Attributes { get; private set; } = [];

    /// <summary>Somebody else changed it: both wordings stand on the page.</summary>
    public bool ShowsAsItIsNow => ModelState.ContainsKey("") && !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation) || !Theme.IsActive)
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        Attributes = await ThemeAttribute.AllAsync(Db, questionnaires, cancellation);
        Fields = ThemeFields.Of(Theme.Wording);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        Attributes = await ThemeAttribute.AllAsync(Db, questionnaires, cancellation);
        Fields.Clean();
        if (!await this.IsValidAsync(Fields, new ThemeFieldsRules(Attributes)) || !IsInUseAsSeen())
        {
            return this.PageWithErrors();
        }

        try
        {
            if (Theme.Change(Fields.Wording(), Staff.For(), Chance) is { } step && !await KeepAsync(step, cancellation))
            {
                return this.PageWithErrors();
            }
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            ModelState.AddModelError("Fields.Name", ThemeRefusals.NameTaken);
            Db.ChangeTracker.Clear();
            await OpenAsync(id, cancellation);
            return this.PageWithErrors();
        }

        return Redirect(ThemeLinks.Details(id));
    }
}
