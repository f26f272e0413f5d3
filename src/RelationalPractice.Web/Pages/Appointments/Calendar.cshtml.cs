using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Interviews;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>The appointment for a calendar on the family's own device, which others may see: it names nothing but the time.</summary>
public sealed class CalendarModel(PracticeDbContext db, AppointmentByCode appointments, TimeProvider clock) : PageModel
{
    private const string Title = "Appointment";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (await appointments.FindAsync(code, cancellation) is not { Time: { } time } found)
        {
            return NotFound();
        }

        var moved = await db.Interviews.CountAsync(i => i.RequestId == found.Wish.Id, cancellation) - 1;
        var uid = $"{Convert.ToHexStringLower(found.Wish.CodeHash)[..32]}@appointment";
        var calendar = new AppointmentCalendar(uid, moved, time.StartsAtUtc, time.EndsAtUtc, Title);
        return File(Encoding.UTF8.GetBytes(calendar.Write(clock.GetUtcNow().UtcDateTime)), "text/calendar; charset=utf-8", "appointment.ics");
    }
}
