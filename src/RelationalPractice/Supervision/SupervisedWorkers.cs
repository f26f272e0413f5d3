using RelationalPractice.Administration;
using RelationalPractice.Collation;
using RelationalPractice.Data;

namespace RelationalPractice.Supervision;

/// <summary>Whose released feedback somebody may read. Asked of the database each time: who changes team loses the old and gains the new at once.</summary>
public static class SupervisedWorkers
{
    /// <summary>Workers of the manager's own teams, those who have left included: somebody must still answer for what families said.</summary>
    public static IQueryable<Worker> ManagedBy(PracticeDbContext db, Guid managerId) =>
        db.Workers.Where(w => db.TeamManagers.Any(m => m.TeamId == w.TeamId && m.StaffMemberId == managerId));

    /// <summary>The worker as whom somebody signs in, unless they have left.</summary>
    public static IQueryable<Worker> Of(PracticeDbContext db, Guid staffMemberId, DateOnly today) =>
        db.Workers.Where(w => w.StaffMemberId == staffMemberId && (w.LeftOn == null || w.LeftOn >= today));

    /// <summary>What was released about these workers, also what the family took back later.</summary>
    public static IQueryable<Release> ReleasedAbout(PracticeDbContext db, IQueryable<Worker> workers) =>
        db.Releases.Where(r => r.Decision == ReleaseDecision.Released && workers.Any(w => w.Id == r.WorkerId));

    /// <summary>What can be talked about and has not been yet.</summary>
    public static IQueryable<Release> WaitingAbout(PracticeDbContext db, IQueryable<Worker> workers) =>
        ReleasedAbout(db, workers).Where(r => r.WithdrawnOn == null && !db.SupervisionRecords.Any(s => s.Outcomes.Any(o => o.ResponseId == r.ResponseId)));

    /// <summary>A follow-up is due from its day until there is a supervision on or after that day.</summary>
    public static IQueryable<SupervisionRecord> FollowUpsDue(PracticeDbContext db, IQueryable<Worker> workers, DateOnly today) =>
        db.SupervisionRecords.Where(s => s.FollowUpOn <= today
            && workers.Any(w => w.Id == s.WorkerId)
            && !db.SupervisionRecords.Any(later => later.WorkerId == s.WorkerId && later.HeldOn >= s.FollowUpOn));
}
