using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Data;

namespace RelationalPractice.Supervision;

/// <summary>What waits for somebody who reads released feedback, in numbers.</summary>
/// <param name="Unopened">Released and not opened by this person yet.</param>
/// <param name="Waiting">Not talked about in supervision yet.</param>
/// <param name="WaitingLong">Of these, released <see cref="LongDays"/> days ago or more.</param>
public sealed record SupervisionWaiting(int Unopened, int Waiting, int WaitingLong, int FollowUpsDue)
{
    /// <summary>Named feedback is talked about within this many days (domain: goals).</summary>
    public const int LongDays = 30;

    public static async Task<SupervisionWaiting> CountAsync(
        PracticeDbContext db, IQueryable<Worker> workers, Guid readerId, DateOnly today, CancellationToken cancellation)
    {
        var longAgo = today.AddDays(-LongDays);
        var waiting = SupervisedWorkers.WaitingAbout(db, workers);
        return new SupervisionWaiting(
            await SupervisedWorkers.ReleasedAbout(db, workers).CountAsync(
                r => r.WithdrawnOn == null && !db.AuditEvents.Any(e => e.SubjectId == r.ResponseId
                    && e.Kind == AuditEventKind.ReleasedFeedbackOpened && e.ActorId == readerId && e.Reason == null),
                cancellation),
            await waiting.CountAsync(cancellation),
            await waiting.CountAsync(r => r.DecidedOn <= longAgo, cancellation),
            await SupervisedWorkers.FollowUpsDue(db, workers, today).CountAsync(cancellation));
    }
}
