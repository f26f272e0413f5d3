using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews;

/// <param name="Wishes">How many wait for a time; null for whoever does not arrange interviews.</param>
/// <param name="Today">When the reader's own interviews of today begin; null for whoever holds none.</param>
public sealed record InterviewsWaiting(int? Wishes, IReadOnlyList<DateTime>? Today)
{
    /// <returns>Null for whoever neither arranges interviews nor holds them.</returns>
    public static async Task<InterviewsWaiting?> OfAsync(PracticeDbContext db, CurrentStaff staff, TimeProvider clock, CancellationToken cancellation)
    {
        int? wishes = staff.Has(Role.QualityAssurance)
            ? await db.InterviewRequests.CountAsync(r => r.State == InterviewRequestState.Asked, cancellation)
            : null;
        var today = staff.Has(Role.Interviewer) ? await TodayAsync(db, staff.Id, LocalTime.Today(clock), cancellation) : null;
        return wishes is null && today is null ? null : new InterviewsWaiting(wishes, today);
    }

    private static async Task<IReadOnlyList<DateTime>> TodayAsync(PracticeDbContext db, Guid interviewerId, DateOnly today, CancellationToken cancellation)
    {
        var (from, until) = (LocalTime.ToUtc(today, TimeOnly.MinValue), LocalTime.ToUtc(today.AddDays(1), TimeOnly.MinValue));
        return await db.Interviews.Where(i => i.InterviewerId == interviewerId && i.State == InterviewState.Booked)
            .Join(db.InterviewSlots, i => i.SlotId, s => s.Id, (i, s) => s.StartsAtUtc)
            .Where(at => at >= from && at < until).Order().ToListAsync(cancellation);
    }
}
