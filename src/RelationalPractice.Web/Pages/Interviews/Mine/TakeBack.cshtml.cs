using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>Takes back a time of one's own into which nobody is booked.</summary>
public sealed class TakeBackModel(PracticeDbContext db, CurrentStaff staff, TimeProvider clock) : PageModel
{
    public InterviewSlot Slot { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } missing)
        {
            return missing;
        }

        // An appointment that was cancelled still names its time; the log keeps that it was.
        db.Interviews.RemoveRange(await db.Interviews.Where(i => i.SlotId == id && i.State == InterviewState.Cancelled).ToListAsync(cancellation));
        db.InterviewSlots.Remove(Slot);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewTimeTakenBack, staff.For(), staff.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Redirect(InterviewLinks.Mine());
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return this.NotThere(InterviewLinks.MissingTime);
        }
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await FreeTimes.Free(db, clock.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(s => s.Id == id && s.InterviewerId == staff.Id, cancellation) is not { } slot)
        {
            return this.NotThere(InterviewLinks.MissingTime);
        }

        Slot = slot;
        return null;
    }
}
