using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Testing.Invitations;

/// <summary>Sends what is due. The simulation hands it a database that may die at any step.</summary>
public delegate Task SimulatedSender(PracticeDbContext db, SimulatedProvider provider, TimeProvider clock, CancellationToken cancellation);

/// <summary>The least that a sender must do: mark before the call, ask by reference after a crash, and look once more whether it is still wanted.</summary>
public static class PlainSender
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    public static async Task SendAsync(PracticeDbContext db, SimulatedProvider provider, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var lost in await db.OutgoingMessages.AsNoTracking().Where(m => m.State == OutgoingMessageState.Sending && m.ClaimedUntilUtc < now).ToListAsync(cancellation))
        {
            await NoteAsync(db, lost.Id, provider.Has(lost.Id) ? OutgoingMessageState.Sent : OutgoingMessageState.Waiting, now, cancellation);
        }

        foreach (var message in await db.OutgoingMessages.AsNoTracking().Where(m => m.State == OutgoingMessageState.Waiting && m.NextTryAtUtc <= now).ToListAsync(cancellation))
        {
            if (!await IsWantedAsync(db, message, LocalTime.Today(clock), cancellation))
            {
                await NoteAsync(db, message.Id, OutgoingMessageState.Cancelled, now, cancellation);
                continue;
            }

            var claim = Guid.NewGuid();
            await db.OutgoingMessages.Where(m => m.Id == message.Id && m.State == OutgoingMessageState.Waiting).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, OutgoingMessageState.Sending).SetProperty(m => m.ClaimId, claim).SetProperty(m => m.ClaimedUntilUtc, now + Claim),
                cancellation);
            provider.Take(message, now);
            await NoteAsync(db, message.Id, OutgoingMessageState.Sent, now, cancellation);
        }
    }

    private static Task<bool> IsWantedAsync(PracticeDbContext db, OutgoingMessage message, DateOnly today, CancellationToken cancellation) => db.ContactPeople
        .Where(p => p.Id == message.PersonId && (p.PausedUntil == null || p.PausedUntil <= today))
        .AnyAsync(p => !db.OptOuts.Any(o => o.ContactHash == p.MobileHash || o.ContactHash == p.EmailHash), cancellation);

    private static Task NoteAsync(PracticeDbContext db, Guid id, OutgoingMessageState state, DateTime now, CancellationToken cancellation) =>
        db.OutgoingMessages.Where(m => m.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, state)
                .SetProperty(m => m.ClaimId, (Guid?)null)
                .SetProperty(m => m.ClaimedUntilUtc, (DateTime?)null)
                .SetProperty(m => m.SentAtUtc, m => state == OutgoingMessageState.Sent ? now : m.SentAtUtc),
            cancellation);
}
