using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Supervision;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>
/// The plan as far as whoever has signed in may see it: the quality team all of it; a manager and a worker their own families, and nothing
/// from which they could learn whether somebody answered.
/// </summary>
public sealed class PlanForStaff(PracticeDbContext db, PersonalDataProtector personalData, CurrentStaff staff, TimeProvider clock)
{
    public const int PageSize = 50;

    public bool SeesAll => staff.Has(Role.QualityAssurance);

    public async Task<InvitationPlan> MakeAsync(CancellationToken cancellation)
    {
        var settings = await db.InvitationSettings.AsNoTracking().SingleAsync(cancellation);
        return await InvitationPlan.MakeAsync(db, Families, settings, LocalTime.Today(clock), reminders: SeesAll, cancellation);
    }

    /// <summary>One page of a list, with the names opened.</summary>
    public async Task<IReadOnlyList<NamedPerson>> NamesAsync(IEnumerable<PlannedPerson> people, int from, CancellationToken cancellation)
    {
        var shown = people.Skip(from).Take(PageSize).ToList();
        var (ids, workerIds) = (shown.Select(person => person.PersonId).ToList(), shown.Select(person => person.WorkerId).Distinct().ToList());
        var names = await db.ContactPeople.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var workers = await db.Workers.Where(w => workerIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancellation);
        return
        [
            .. shown.Where(person => names.ContainsKey(person.PersonId) && workers.ContainsKey(person.WorkerId))
                .Select(person => new NamedPerson(personalData.Reveal(names[person.PersonId])!, workers[person.WorkerId], person)),
        ];
    }

    private IQueryable<Family> Families
    {
        get
        {
            if (SeesAll)
            {
                return db.Families;
            }

            var managed = SupervisedWorkers.ManagedBy(db, staff.Id);
            var own = SupervisedWorkers.Of(db, staff.Id, LocalTime.Today(clock));
            var (manages, works) = (staff.Has(Role.Manager), staff.Has(Role.Worker));
            return db.Families.Where(f => (manages && managed.Any(w => w.Id == f.WorkerId)) || (works && own.Any(w => w.Id == f.WorkerId)));
        }
    }
}

public sealed record NamedPerson(string Name, string Worker, PlannedPerson Person);
