using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Messaging;

namespace RelationalPractice.Interviews;

/// <summary>Times that can be offered to a family: free, to come, of an interviewer who suits and is not of their own workers.</summary>
public sealed class FreeTimes(PracticeDbContext db, TheirWorkers theirWorkers, TimeProvider clock)
{
    public const int Most = 100;

    public async Task<IReadOnlyList<FreeTime>> ForAsync(InterviewRequest request, ContactKey key, CancellationToken cancellation)
    {
        var never = await theirWorkers.AccountsAsync(request, key, cancellation);
        var offered = await Free(db, clock.GetUtcNow().UtcDateTime)
            .Where(s => !never.Contains(s.InterviewerId) && db.StaffRoles.Any(r => r.StaffMemberId == s.InterviewerId && r.Role == Role.Interviewer))
            .Join(db.InterviewerProfiles, s => s.InterviewerId, p => p.StaffMemberId, (slot, profile) => new { slot, profile })
            .Where(o => (request.WantsKind == null || o.profile.Kind == request.WantsKind)
                && (request.WantsGender == null || o.profile.Gender == request.WantsGender))
            .Join(db.Users, o => o.slot.InterviewerId, s => s.Id, (o, staff) => new { o.slot, o.profile, staff.DisplayName })
            .OrderBy(o => o.slot.StartsAtUtc).ThenBy(o => o.DisplayName).ThenBy(o => o.slot.Id)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(cancellation);
        return [.. offered.Select(o => new FreeTime(o.slot.Id, o.slot.StartsAtUtc, o.slot.Minutes, o.slot.InterviewerId, o.DisplayName, o.profile))];
    }

    /// <summary>Offered by anybody, to come, and not booked.</summary>
    public static IQueryable<InterviewSlot> Free(PracticeDbContext db, DateTime nowUtc) => db.InterviewSlots.Where(
        s => s.StartsAtUtc > nowUtc && !db.Interviews.Any(i => i.SlotId == s.Id && i.State != InterviewState.Cancelled));
}

public sealed record FreeTime(Guid SlotId, DateTime StartsAtUtc, int Minutes, Guid InterviewerId, string Interviewer, InterviewerProfile Profile);
