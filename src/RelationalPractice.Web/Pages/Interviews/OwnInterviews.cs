using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews;

/// <summary>
/// The one way in which an interviewer comes to an interview: their own, booked, and not sent yet. An address that leads to another's is
/// written into the log; the interviewer's own that is over is simply not there any more.
/// </summary>
public sealed class OwnInterviews(PracticeDbContext db, PersonalDataProtector personalData, CurrentStaff staff, TimeProvider clock)
{
    /// <summary>Name and contact are shown from the day before until the end of the day.</summary>
    public const int ShownDaysBefore = 1;

    /// <returns>Tracked. Null, and a line in the log when it is another's or nobody's.</returns>
    public async Task<OwnInterview?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Interviews.SingleOrDefaultAsync(i => i.Id == id && i.InterviewerId == staff.Id, cancellation) is not { } interview)
        {
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.EntryRefused, staff.For(), id));
            await db.SaveChangesAsync(cancellation);
            return null;
        }

        if (interview.State != InterviewState.Booked)
        {
            return null;
        }

        var wish = await db.InterviewRequests.AsNoTracking().SingleAsync(r => r.Id == interview.RequestId, cancellation);
        var slot = await db.InterviewSlots.AsNoTracking().SingleAsync(s => s.Id == interview.SlotId, cancellation);
        return Opened(interview, wish, slot);
    }

    /// <summary>Those that are booked, the next first.</summary>
    public async Task<IReadOnlyList<OwnInterview>> BookedAsync(CancellationToken cancellation)
    {
        var mine = staff.Id;
        var booked = await (
            from interview in db.Interviews
            where interview.InterviewerId == mine && interview.State == InterviewState.Booked
            join slot in db.InterviewSlots on interview.SlotId equals slot.Id
            join wish in db.InterviewRequests on interview.RequestId equals wish.Id
            orderby slot.StartsAtUtc, interview.Id
            select new { interview, wish, slot }).AsNoTracking().ToListAsync(cancellation);
        return [.. booked.Select(b => Opened(b.interview, b.wish, b.slot))];
    }

    private OwnInterview Opened(Interview interview, InterviewRequest wish, InterviewSlot slot)
    {
        var today = LocalTime.Today(clock);
        var day = DateOnly.FromDateTime(LocalTime.Of(slot.StartsAtUtc));
        var shown = today >= day.AddDays(-ShownDaysBefore) && today <= day;
        return new OwnInterview(interview, wish.Audience, wish.Way, wish.NeedsInterpreter, slot)
        {
            Name = shown ? personalData.Reveal(wish.Name) : null,
            Contact = shown ? personalData.Reveal(wish.Contact) : null,
            Language = personalData.Reveal(wish.Language),
            AccessNeeds = personalData.Reveal(wish.AccessNeeds),
            Wishes = shown ? personalData.Reveal(wish.Wishes) : null,
            ContactShown = shown,
            CanBegin = today >= day.AddDays(-ShownDaysBefore),
        };
    }
}

/// <summary>What an interviewer sees of a family: never the social worker's name.</summary>
public sealed record OwnInterview(Interview Interview, Audience Audience, InterviewWay Way, bool NeedsInterpreter, InterviewSlot Time)
{
    public string? Name { get; init; }

    public string? Contact { get; init; }

    public string? Wishes { get; init; }

    public string? Language { get; init; }

    public string? AccessNeeds { get; init; }

    public bool ContactShown { get; init; }

    public bool CanBegin { get; init; }
}
