using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>A family takes back its wish, booked or not. It leaves no audit event, and nothing personal.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class CancelModel(AppointmentByCode appointments, InterviewBooking booking, TimeProvider clock) : PageModel
{
    /// <summary>The appointment as it was shown; null when there was none yet.</summary>
    [BindProperty]
    public Guid? InterviewId { get; set; }

    public Appointment Appointment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) ? Page() : Redirect(FamilyLinks.Appointment(code));

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return Redirect(FamilyLinks.Appointment(code));
        }

        if (InterviewId == Appointment.Interview?.Id && await EndAsync(cancellation))
        {
            return Redirect(FamilyLinks.Appointment(Appointment.Code));
        }

        ModelState.Clear();
        ModelState.AddModelError("", "Your appointment was changed while you looked at this page. See what it is now, then decide again");
        return await FindAsync(code, cancellation) ? this.PageWithErrors() : Redirect(FamilyLinks.Appointment(code));
    }

    private Task<bool> EndAsync(CancellationToken cancellation) => Appointment.Interview is { } interview
        ? booking.CancelAsync(interview.Id, because: null, waitsAgain: false, context: null, cancellation)
        : booking.TakeBackAsync(Appointment.Wish.Id, context: null, cancellation);

    private async Task<bool> FindAsync(string code, CancellationToken cancellation)
    {
        if (await appointments.FindAsync(code, cancellation) is not { Wish.IsOver: false } found
            || (found.Interview is not null && !found.CanChange(clock.GetUtcNow().UtcDateTime)))
        {
            return false;
        }

        Appointment = found;
        return true;
    }
}
