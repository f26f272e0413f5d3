using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

/// <summary>A page that changes one theme. Of two who change it at the same moment the second is told, and keeps what was typed.</summary>
public abstract class ThemePage(PracticeDbContext db, CurrentStaff staff, Chance chance) : PageModel
{
    public const string ChangedMeanwhile =
        "A colleague changed this theme while you had it open. What you chose and typed is still here. Look at the theme as it is now, then press the button again.";

    public const string NoLongerInUse = "A colleague retired or merged this theme while you had it open. What you chose and typed is still here to copy, but it cannot be changed any more";

    /// <summary>The theme as whoever posts this saw it.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Theme Theme { get; private set; } = null!;

    protected PracticeDbContext Db => db;

    protected CurrentStaff Staff => staff;

    protected Chance Chance => chance;

    protected async Task<bool> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Themes.FindAsync([id], cancellation) is not { } theme)
        {
            return false;
        }

        Theme = theme;
        return true;
    }

    /// <summary>In use, and as whoever posts this saw it; otherwise the error is on the page.</summary>
    protected bool IsInUseAsSeen()
    {
        if (Theme.IsActive)
        {
            return IsAsSeen();
        }

        ModelState.AddModelError("", NoLongerInUse);
        return false;
    }

    protected bool IsAsSeen()
    {
        if (Version == Theme.Version)
        {
            return true;
        }

        ModelState.AddModelError("", ChangedMeanwhile);
        return false;
    }

    /// <param name="also">What belongs into the same transaction, after the step was saved.</param>
    /// <returns>False when somebody was faster: then the error is on the page, and the theme as it is now.</returns>
    protected async Task<bool> KeepAsync(ThemeStep step, CancellationToken cancellation, Func<Task>? also = null)
    {
        var id = Theme.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.AddRange(step.Changes);
        db.Add(step.Audit);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            await OpenAsync(id, cancellation);
            ModelState.AddModelError("", ChangedMeanwhile);
            return false;
        }

        if (also is not null)
        {
            await also();
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }
}
