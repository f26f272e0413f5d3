using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Interviews;

/// <summary>
/// Who must never interview a family: its workers, and who manages their teams. Rather one too many: until staff have found the account of
/// the worker, everybody whom the family may mean by the name is left out, and so is the worker of each family we invite by the same contact.
/// </summary>
public sealed class TheirWorkers(PracticeDbContext db, PersonalDataProtector personalData)
{
    /// <returns>Accounts of staff.</returns>
    public async Task<IReadOnlySet<Guid>> AccountsAsync(InterviewRequest request, ContactKey key, CancellationToken cancellation)
    {
        var workers = await db.Workers.AsNoTracking().ToListAsync(cancellation);
        var families = await WorkersByContactAsync(personalData.Reveal(request.Contact), key, cancellation);
        var named = request.WorkerStaffId is { } found
            ? workers.Where(w => w.StaffMemberId == found).Select(w => w.Id)
            : WorkerMatcher.Rank(
                personalData.Reveal(request.WorkerNameTyped),
                workers.Select(w => new KnownWorker(w.Id, w.Name, w.TeamId, "", w.LeftOn)),
                new CameBy(null, null)).Select(candidate => candidate.Worker.Id);
        var meant = named.Concat(families).ToHashSet();
        var theirs = workers.Where(w => meant.Contains(w.Id)).ToList();
        var teams = theirs.Select(w => w.TeamId).Distinct().ToList();
        var managers = await db.TeamManagers.Where(m => teams.Contains(m.TeamId)).Select(m => m.StaffMemberId).ToListAsync(cancellation);
        return theirs.Select(w => w.StaffMemberId).Append(request.WorkerStaffId).OfType<Guid>().Concat(managers).ToHashSet();
    }

    private async Task<IReadOnlyList<Guid>> WorkersByContactAsync(string? contact, ContactKey key, CancellationToken cancellation)
    {
        var mobile = TelephoneNumber.Parse(contact) is { } number ? key.HashOf(number) : null;
        var email = EmailAddress.Parse(contact) is { } address ? key.HashOf(address) : null;
        if (mobile is null && email is null)
        {
            return [];
        }

        var people = db.ContactPeople.Where(p => (mobile != null && p.MobileHash == mobile) || (email != null && p.EmailHash == email)).Select(p => p.Id);
        return await db.Families
            .Where(f => f.Members.Any(m => people.Contains(m.PersonId)))
            .Select(f => f.WorkerId).Distinct().ToListAsync(cancellation);
    }
}
