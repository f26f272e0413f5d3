using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Supervision;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>
/// The one way in which a page comes to a family: the quality team to all, a manager to those of their teams, a worker to their own. Whoever asks
/// for another one's is told that it is not there, and the asking is written into the log.
/// </summary>
public sealed class ReachableFamilies(PracticeDbContext db, CurrentStaff staff, TimeProvider clock)
{
    public IQueryable<Worker> Workers => staff.Has(Role.QualityAssurance) ? db.Workers : CaseworkOf(staff.Id, LocalTime.Today(clock));

    public IQueryable<Family> All => staff.Has(Role.QualityAssurance) ? db.Families : db.Families.Where(f => Workers.Any(w => w.Id == f.WorkerId));

    /// <returns>Null, and a line in the log, when it is none of the reader's. Tracked.</returns>
    public async Task<Family?> FindAsync(Guid familyId, CancellationToken cancellation)
    {
        var family = await All.Include(f => f.Members).ThenInclude(m => m.Person).SingleOrDefaultAsync(f => f.Id == familyId, cancellation);
        if (family is null)
        {
            await RefuseAsync(familyId, cancellation);
        }

        return family;
    }

    /// <returns>Null, and a line in the log, when there is no such person in a family of the reader's. Tracked.</returns>
    public async Task<(Family Family, FamilyMember Member, ContactPerson Person)?> FindAsync(Guid familyId, Guid personId, CancellationToken cancellation)
    {
        if (await FindAsync(familyId, cancellation) is not { } family)
        {
            return null;
        }

        if (family.Members.FirstOrDefault(m => m.PersonId == personId) is { Person: { } person } member)
        {
            return (family, member, person);
        }

        await RefuseAsync(personId, cancellation);
        return null;
    }

    private async Task RefuseAsync(Guid subjectId, CancellationToken cancellation)
    {
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.EntryRefused, staff.For(), subjectId));
        await db.SaveChangesAsync(cancellation);
    }

    private IQueryable<Worker> CaseworkOf(Guid staffId, DateOnly today)
    {
        var managed = SupervisedWorkers.ManagedBy(db, staff.Has(Role.Manager) ? staffId : Guid.Empty);
        var own = SupervisedWorkers.Of(db, staff.Has(Role.Worker) ? staffId : Guid.Empty, today);
        return db.Workers.Where(w => managed.Any(m => m.Id == w.Id) || own.Any(o => o.Id == w.Id));
    }
}
