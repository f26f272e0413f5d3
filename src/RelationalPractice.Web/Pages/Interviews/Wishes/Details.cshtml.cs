using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

public sealed class DetailsModel(PracticeDbContext db, OpenedWishes wishes, TimeProvider clock) : PageModel
{
    public OpenedWish Opened { get; private set; } = null!;

    /// <summary>A colleague was first with what this reader was about to do.</summary>
    [BindProperty(SupportsGet = true, Name = InterviewLinks.Changed)]
    public bool Changed { get; set; }

    public bool MessagesWait { get; private set; }

    public bool IsPast => Opened.Booked!.Time.StartsAtUtc < clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await wishes.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(InterviewLinks.MissingWish);
        }

        Opened = opened;
        var interviewId = opened.Booked?.Interview.Id;
        MessagesWait = await db.OutgoingMessages.AnyAsync(
            m => m.AboutId == interviewId && m.ResponseId == null && m.State != OutgoingMessageState.Cancelled && m.State != OutgoingMessageState.Failed, cancellation);
        return Page();
    }
}
