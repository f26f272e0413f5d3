using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Messaging;

public sealed class TryAgainModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    public OutgoingMessage Message { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.OutgoingMessages.FindAsync([id], cancellation) is not { State: OutgoingMessageState.Failed } message)
        {
            return this.NotThere(MessagingLinks.Missing);
        }

        Message = message;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.OutgoingMessages.FindAsync([id], cancellation) is not { } message || message.TryOnceMore(staff.For()) is not { } triedAgain)
        {
            return this.NotThere(MessagingLinks.Missing);
        }

        db.AuditEvents.Add(triedAgain);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague pressed the button, or word of its delivery came, in the same moment.
            return this.NotThere(MessagingLinks.Missing);
        }

        return Redirect(MessagingLinks.List());
    }
}
