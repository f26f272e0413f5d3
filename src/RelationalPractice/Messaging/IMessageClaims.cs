using RelationalPractice.Data;

namespace RelationalPractice.Messaging;

/// <summary>
/// Takes messages that are due, and those whose sender has not been heard of since its claim ran out, so that no two nodes have the same
/// one. They are marked before anybody is asked to send them. One implementation a dialect, beside its migrations.
/// </summary>
public interface IMessageClaims
{
    /// <returns>Tracked by <paramref name="db"/>: the longest due, at most <paramref name="count"/> that waited and as many that were abandoned.</returns>
    Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(
        PracticeDbContext db, Guid claimId, DateTime nowUtc, DateTime untilUtc, int count, CancellationToken cancellation);
}
