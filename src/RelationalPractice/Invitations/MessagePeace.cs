using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>
/// What whoever holds a personal link may say about messages: stop them, or leave them in peace for a while. The link does this however
/// old it is. Nothing is written but the wish itself, and its day.
/// </summary>
public sealed class MessagePeace(PracticeDbContext db, TimeProvider clock)
{
    public const int PauseMonths = 3;

    /// <returns>Null when no invitation has this code.</returns>
    public Task<ContactPerson?> FindAsync(PersonalCode code, ContactKey key, CancellationToken cancellation)
    {
        var hash = key.HashOf(code);
        return db.Invitations.Where(i => i.CodeHash == hash)
            .Join(db.ContactPeople, i => i.PersonId, p => p.Id, (_, person) => person)
            .SingleOrDefaultAsync(cancellation);
    }

    public Task<bool> IsStoppedAsync(ContactPerson person, CancellationToken cancellation)
    {
        var hashes = HashesOf(person);
        return db.OptOuts.AnyAsync(o => hashes.Contains(o.ContactHash), cancellation);
    }

    /// <summary>For ever, for the number and the address alike. Asked again, it stays as it is.</summary>
    public async Task StopAsync(ContactPerson person, CancellationToken cancellation)
    {
        var today = LocalTime.Today(clock);
        foreach (var hash in HashesOf(person))
        {
            if (await db.OptOuts.AnyAsync(o => o.ContactHash == hash, cancellation))
            {
                continue;
            }

            var optOut = new OptOut { ContactHash = hash, Since = today, By = OptOutBy.Family };
            db.OptOuts.Add(optOut);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException refusal) when (refusal.IsUnique())
            {
                // The same button pressed twice.
                db.Entry(optOut).State = EntityState.Detached;
            }
        }

        await CancelWaitingAsync(person.Id, cancellation);
    }

    /// <returns>The first day on which something may be sent again: a longer pause is not shortened.</returns>
    public async Task<DateOnly> PauseAsync(ContactPerson person, CancellationToken cancellation)
    {
        var until = LocalTime.Today(clock).AddMonths(PauseMonths);
        await db.ContactPeople.Where(p => p.Id == person.Id && (p.PausedUntil == null || p.PausedUntil < until))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.PausedUntil, until), cancellation);
        await CancelWaitingAsync(person.Id, cancellation);
        return person.PausedUntil > until ? person.PausedUntil.Value : until;
    }

    private static List<byte[]> HashesOf(ContactPerson person) => [.. new[] { person.MobileHash, person.EmailHash }.OfType<byte[]>()];

    /// <summary>Only what invites or reminds: a talk that somebody has asked for is still confirmed while they rest from the rest.</summary>
    private Task CancelWaitingAsync(Guid personId, CancellationToken cancellation) => db.OutgoingMessages
        .Where(m => m.PersonId == personId && m.State == OutgoingMessageState.Waiting
            && (m.Kind == OutgoingMessageKind.Invitation || m.Kind == OutgoingMessageKind.Reminder))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutgoingMessageState.Cancelled), cancellation);
}
