using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class MergeModel(PracticeDbContext db, CurrentStaff staff, Chance chance) : ThemePage(db, staff, chance)
{
    [BindProperty]
    public Guid? Into { get; set; }

    public IReadOnlyList<Theme> Others { get; private set; } = [];

    public string Codings { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation) || !Theme.IsActive)
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation) || !Theme.IsActive)
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        await ShowAsync(cancellation);
        if (Others.FirstOrDefault(theme => theme.Id == Into) is not { } other)
        {
            // A list that is half a minute old may offer what is not in use any more.
            ModelState.Remove(nameof(Into));
            ModelState.AddModelError(nameof(Into), "Choose a theme that is in use");
            return this.PageWithErrors();
        }

        if (!IsAsSeen() || !await KeepAsync(Theme.MergeInto(other, Staff.For(), Chance), cancellation, () => MoveAsync(id, other.Id, cancellation)))
        {
            await ShowAsync(cancellation);
            return this.PageWithErrors();
        }

        return Redirect(ThemeLinks.Details(other.Id));
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var others = await Db.Themes.Where(t => t.State == ThemeState.Active && t.Id != Theme.Id).ToListAsync(cancellation);
        Others = [.. others.OrderBy(t => t.Component).ThenBy(t => t.Name, StringComparer.CurrentCulture)];
        var count = await Db.Codings.CountAsync(c => c.ThemeId == Theme.Id && !c.Second, cancellation);
        Codings = count == 1 ? "1 answer or stretch of one is" : $"{count} answers or stretches of them are";
    }

    private async Task MoveAsync(Guid from, Guid to, CancellationToken cancellation)
    {
        // What somebody coded with both would count twice.
        await Db.Codings.Where(c => c.ThemeId == from && Db.Codings.Any(o =>
            o.ThemeId == to && o.ResponseId == c.ResponseId && o.QuestionKey == c.QuestionKey && o.Direction == c.Direction
            && o.Second == c.Second && o.CoderId == c.CoderId && o.Start == c.Start && o.End == c.End)).ExecuteDeleteAsync(cancellation);
        await Db.Codings.Where(c => c.ThemeId == from).ExecuteUpdateAsync(set => set.SetProperty(c => c.ThemeId, to), cancellation);
    }
}
