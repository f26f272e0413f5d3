using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class SplitModel(PracticeDbContext db, CodedExamples examples, Questionnaires questionnaires, CurrentStaff staff, Chance chance)
    : ThemePage(db, staff, chance)
{
    /// <summary>Below the number of values that a form may carry.</summary>
    public const int MostShown = 100;

    [BindProperty]
    public ThemeFields Fields { get; set; } = new();

    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<ThemeAttribute> Attributes { get; private set; } = [];

    public CodedPage Coded { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation) || !Theme.IsActive)
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        Fields = ThemeFields.Of(Theme.Wording with { Name = "", Definition = "", Words = "" });
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        Fields.Clean();
        Attributes = await ThemeAttribute.AllAsync(Db, questionnaires, cancellation);
        var movable = await Db.Codings.Where(c => c.ThemeId == id && Chosen.Contains(c.Id)).ToListAsync(cancellation);
        if (movable.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), "Choose at least one that goes to the new theme");
        }

        if (!await this.IsValidAsync(Fields, new ThemeFieldsRules(Attributes)) || !IsInUseAsSeen() || !await SplitAsync(movable, cancellation))
        {
            await ShowAsync(cancellation);
            return this.PageWithErrors();
        }

        return Redirect(ThemeLinks.Details(id));
    }

    private async Task<bool> SplitAsync(List<Coding> movable, CancellationToken cancellation)
    {
        var id = Theme.Id;
        var part = ThemeSeeds.Of(Fields.Wording(), Chance);
        Db.Add(part);
        movable.ForEach(coding => coding.ThemeId = part.Id);
        try
        {
            return await KeepAsync(Theme.SplitInto(part, movable.Count, Staff.For(), Chance), cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            ModelState.AddModelError("Fields.Name", ThemeRefusals.NameTaken);
            Db.ChangeTracker.Clear();
            await OpenAsync(id, cancellation);
            return false;
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Db.ChangeTracker.Clear();
        Attributes = await ThemeAttribute.AllAsync(Db, questionnaires, cancellation);
        Coded = await examples.ReadAsync(Theme.Id, filter: null, after: null, MostShown, cancellation);
    }
}
