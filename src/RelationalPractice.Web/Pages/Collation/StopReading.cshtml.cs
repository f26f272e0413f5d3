using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Lets a response go before its twenty minutes are over: by its button, or by script when the page is left.</summary>
public sealed class StopReadingModel(PracticeDbContext db, RawResponses raw, CurrentStaff staff) : PageModel
{
    /// <summary>When the claim of the page that is left ends. Opened again since, in whatever tab, it ends later and stays.</summary>
    [BindProperty]
    public long? Until { get; set; }

    /// <summary>Said by the script: nobody is there any more to go anywhere.</summary>
    [BindProperty]
    public string? Leaving { get; set; }

    public Guid ResponseId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        ResponseId = id;
        return await raw.FindAsync(id, cancellation) is null ? this.NotThere(RawResponses.TakenBack) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await ReadingClaims.ReleaseAsync(db, id, staff.Id, UntilUtc, cancellation))
        {
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ReadingLeft, staff.For(), id));
            await db.SaveChangesAsync(cancellation);
        }

        return Leaving is null ? Redirect(CollationLinks.Queue()) : new NoContentResult();
    }

    private DateTime? UntilUtc => Until is { } ticks && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
        ? new DateTime(ticks, DateTimeKind.Utc)
        : null;
}
