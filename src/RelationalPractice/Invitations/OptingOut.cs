using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;

namespace RelationalPractice.Invitations;

/// <summary>Stopping all messages to somebody and, where they ask for it, letting them begin again.</summary>
public static class OptingOut
{
    /// <summary>Those of these people whose number or address is stopped.</summary>
    public static async Task<IReadOnlySet<Guid>> AmongAsync(PracticeDbContext db, IEnumerable<ContactPerson> people, CancellationToken cancellation)
    {
        var all = people.Select(p => (p.Id, Hashes: HashesOf(p).ToList())).ToList();
        var hashes = all.SelectMany(p => p.Hashes).ToList();
        var stopped = await db.OptOuts.Where(o => hashes.Contains(o.ContactHash)).Select(o => o.ContactHash).ToListAsync(cancellation);
        return all.Where(p => p.Hashes.Exists(hash => stopped.Exists(hash.SequenceEqual))).Select(p => p.Id).ToHashSet();
    }

    /// <summary>Every number and address of theirs that is not stopped yet. The person is not named: another of this number gets nothing either.</summary>
    public static async Task StopAsync(PracticeDbContext db, ContactPerson person, OptOutBy by, DateOnly today, ChangeContext context, CancellationToken cancellation)
    {
        var hashes = HashesOf(person).ToList();
        var stopped = await db.OptOuts.Where(o => hashes.Contains(o.ContactHash)).Select(o => o.ContactHash).ToListAsync(cancellation);
        db.OptOuts.AddRange(hashes.Where(hash => !stopped.Exists(hash.SequenceEqual)).Select(hash => new OptOut { ContactHash = hash, Since = today, By = by }));
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.PersonOptedOut, context, person.Id));
    }

    /// <param name="context">With the reason: nobody begins again without one.</param>
    public static async Task LiftAsync(PracticeDbContext db, ContactPerson person, ChangeContext context, CancellationToken cancellation)
    {
        var hashes = HashesOf(person).ToList();
        db.OptOuts.RemoveRange(await db.OptOuts.Where(o => hashes.Contains(o.ContactHash)).ToListAsync(cancellation));
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.OptOutLifted, context, person.Id));
    }

    private static IEnumerable<byte[]> HashesOf(ContactPerson person) => new[] { person.MobileHash, person.EmailHash }.OfType<byte[]>();
}
