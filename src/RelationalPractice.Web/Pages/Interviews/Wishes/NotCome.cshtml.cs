using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

public sealed class NotComeModel(OpenedWishes wishes, InterviewBooking booking, CurrentStaff staff, TimeProvider clock) : EndPage(wishes)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await PastAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await PastAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        CheckNext();
        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (InterviewId == Opened.Booked!.Interview.Id && await booking.NotComeAsync(InterviewId.Value, WaitsAgain, staff.For(), cancellation))
        {
            return Redirect(WaitsAgain ? InterviewLinks.Wish(id) : InterviewLinks.List());
        }

        return Redirect(InterviewLinks.Wish(id, changed: true));
    }

    /// <summary>Only of an interview whose time has come, and that has not begun.</summary>
    private async Task<IActionResult?> PastAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation)
        ?? (Opened.Booked is { Interview.StatementConfirmed: false, Time: var time } && time.StartsAtUtc <= clock.GetUtcNow().UtcDateTime
            ? null
            : Redirect(InterviewLinks.Wish(id)));
}
