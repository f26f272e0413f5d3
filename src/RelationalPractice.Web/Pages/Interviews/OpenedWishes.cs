using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews;

/// <summary>Opens a wish for the quality team, which is written into the log first.</summary>
public sealed class OpenedWishes(PracticeDbContext db, PersonalDataProtector personalData, AuthorityDetails authority, CurrentStaff staff)
{
    /// <returns>Null when there is none, or it is over and forgotten. Not tracked.</returns>
    public async Task<OpenedWish?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.InterviewRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { IsOver: false } wish)
        {
            return null;
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.InterviewRequestOpened, staff.For(), id));
        await db.SaveChangesAsync(cancellation);
        var booked = await db.Interviews.AsNoTracking()
            .Where(i => i.RequestId == id && i.State == InterviewState.Booked)
            .Join(db.InterviewSlots, i => i.SlotId, s => s.Id, (interview, slot) => new { interview, slot })
            .Join(db.Users, b => b.interview.InterviewerId, s => s.Id, (b, s) => new BookedInterview(b.interview, b.slot, s.DisplayName))
            .SingleOrDefaultAsync(cancellation);
        var worker = wish.WorkerStaffId is { } account ? await db.Users.Where(s => s.Id == account).Select(s => s.DisplayName).SingleOrDefaultAsync(cancellation) : null;
        return new OpenedWish(
            wish,
            personalData.Reveal(wish.Name),
            personalData.Reveal(wish.Contact),
            personalData.Reveal(wish.Wishes),
            personalData.Reveal(wish.AccessNeeds),
            personalData.Reveal(wish.Language),
            personalData.Reveal(wish.WorkerNameTyped),
            worker,
            booked,
            (await authority.GetAsync()).ContactKey);
    }
}

/// <param name="Worker">The account of staff that was found to be their worker.</param>
public sealed record OpenedWish(
    InterviewRequest Wish, string? Name, string? Contact, string? Wishes, string? AccessNeeds, string? Language, string? WorkerName, string? Worker,
    BookedInterview? Booked, ContactKey Key)
{
    /// <summary>A message can be sent; a landline is rung.</summary>
    public bool CanTell => AppointmentMessages.CanReach(Contact);

    public string NameOrNone => Name ?? "No name given";
}

public sealed record BookedInterview(Interview Interview, InterviewSlot Time, string Interviewer);
