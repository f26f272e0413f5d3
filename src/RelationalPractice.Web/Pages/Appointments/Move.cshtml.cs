using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>A family moves its own appointment. It leaves no audit event.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class MoveModel(AppointmentByCode appointments, FreeTimes times, InterviewBooking booking, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Guid? SlotId { get; set; }

    /// <summary>The appointment as it was shown.</summary>
    [BindProperty]
    public Guid InterviewId { get; set; }

    public Appointment Appointment { get; private set; } = null!;

    public IReadOnlyList<FreeTime> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (SlotId is not { } slotId)
        {
            ModelState.Clear();
            ModelState.AddModelError(Times.Count > 0 ? nameof(SlotId) : "", "Choose a time");
            return this.PageWithErrors();
        }

        // Only their own: whatever identifier a forged form carries.
        var result = InterviewId == Appointment.Interview!.Id
            ? await booking.MoveAsync(InterviewId, slotId, Appointment.Key, context: null, cancellation)
            : BookingResult.ChangedMeanwhile;
        if (result == BookingResult.Booked)
        {
            return Redirect(FamilyLinks.Appointment(Appointment.Code));
        }

        if (await FindAsync(code, cancellation) is { } changed)
        {
            return changed;
        }

        ModelState.Clear();
        if (result == BookingResult.TimeTaken)
        {
            ModelState.AddModelError(Times.Count > 0 ? nameof(SlotId) : "", "Somebody else has just taken that time. Choose another");
        }
        else
        {
            InterviewId = Appointment.Interview!.Id;
            ModelState.AddModelError("", "Your appointment was changed while you looked at this page. See what it is now, then choose again");
        }

        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(string code, CancellationToken cancellation)
    {
        if (await appointments.FindAsync(code, cancellation) is not { } found || !found.CanChange(clock.GetUtcNow().UtcDateTime))
        {
            return Redirect(FamilyLinks.Appointment(code));
        }

        Appointment = found;
        Times = await times.ForAsync(found.Wish, found.Key, cancellation);
        return null;
    }
}
