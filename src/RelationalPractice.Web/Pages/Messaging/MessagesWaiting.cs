using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Web.Pages.Messaging;

/// <summary>What the quality team should know of messages without looking for it.</summary>
public sealed class MessagesWaiting(PracticeDbContext db, SendingSetup setup, TimeProvider clock)
{
    /// <returns>How many were given up, and in words why messages wait that should have gone; null when none does.</returns>
    public async Task<(int Failed, string? Held)> CountAsync(CancellationToken cancellation) =>
        (await db.OutgoingMessages.CountAsync(m => m.State == OutgoingMessageState.Failed, cancellation), await HeldAsync(cancellation));

    public async Task<string?> HeldAsync(CancellationToken cancellation)
    {
        if (setup.Trouble is { } trouble)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return await db.OutgoingMessages.AnyAsync(m => m.State == OutgoingMessageState.Waiting && m.NextTryAtUtc <= now, cancellation)
                ? MessageWords.Of(trouble)
                : null;
        }

        var because = await db.OutgoingMessages
            .Where(m => m.State == OutgoingMessageState.Waiting && (m.Failure == WhyNot.Clock || m.Failure == WhyNot.KeyRefused))
            .Select(m => m.Failure).FirstOrDefaultAsync(cancellation);
        return because is null ? null : $"Messages wait. {MessageWords.OfReason(because)}.";
    }
}
