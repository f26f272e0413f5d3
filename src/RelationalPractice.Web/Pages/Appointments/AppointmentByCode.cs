using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>Finds a family's wish and appointment by the code that is theirs alone.</summary>
public sealed class AppointmentByCode(PracticeDbContext db, AuthorityDetails authority)
{
    /// <returns>Null when no wish has this code. Not tracked.</returns>
    public async Task<Appointment?> FindAsync(string? typed, CancellationToken cancellation)
    {
        if (PersonalCode.Parse(typed) is not { } code)
        {
            return null;
        }

        var key = (await authority.GetAsync()).ContactKey;
        var hash = key.HashOf(code);
        if (await db.InterviewRequests.AsNoTracking().SingleOrDefaultAsync(r => r.CodeHash == hash, cancellation) is not { } wish)
        {
            return null;
        }

        var interview = await db.Interviews.AsNoTracking().SingleOrDefaultAsync(i => i.RequestId == wish.Id && i.State == InterviewState.Booked, cancellation);
        var slot = interview is null ? null : await db.InterviewSlots.AsNoTracking().SingleAsync(s => s.Id == interview.SlotId, cancellation);
        return new Appointment(code.Value, key, wish, interview, slot);
    }
}

/// <param name="Interview">Null while none is booked.</param>
/// <param name="Time">Of the interview.</param>
public sealed record Appointment(string Code, ContactKey Key, InterviewRequest Wish, Interview? Interview, InterviewSlot? Time)
{
    /// <summary>Once it has begun it is no longer moved or cancelled here.</summary>
    public bool CanChange(DateTime nowUtc) => Interview is { StatementConfirmed: false } && Time!.StartsAtUtc > nowUtc;
}
