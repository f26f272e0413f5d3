using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Messaging;

/// <summary>After the sender's trouble is over. What has a fault of its own is tried one by one.</summary>
public sealed class TryAllAgainModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    /// <summary>At one press; the rest is still there for the next.</summary>
    public const int AtOnce = 1_000;

    public int Count { get; private set; }

    private IQueryable<OutgoingMessage> KeptBack => db.OutgoingMessages
        .Where(m => m.State == OutgoingMessageState.Failed && WhyNot.TroubleOfTheSender.Contains(m.Failure!))
        .OrderBy(m => m.NextTryAtUtc).ThenBy(m => m.Id).Take(AtOnce);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Count = await KeptBack.CountAsync(cancellation);
        return Count > 0 ? Page() : this.NotThere(MessagingLinks.NothingToTry);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var messages = await KeptBack.ToListAsync(cancellation);
        if (messages.Count == 0)
        {
            return this.NotThere(MessagingLinks.NothingToTry);
        }

        db.AuditEvents.AddRange(messages.Select(message => message.TryOnceMore(staff.For())!));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague pressed the button in the same moment: what theirs did not reach is still on the list.
        }

        return Redirect(MessagingLinks.List());
    }
}
