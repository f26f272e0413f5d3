using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Migrations.PostgreSql;

/// <summary>Nodes pass over what another is just claiming, so none waits and none takes the same.</summary>
public sealed class PostgreSqlMessageClaims : IMessageClaims
{
    // MATERIALIZED: the rows are chosen and locked once; a join could otherwise choose more of them again and again.
    public async Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(
        PracticeDbContext db, Guid claimId, DateTime nowUtc, DateTime untilUtc, int count, CancellationToken cancellation) =>
        await db.OutgoingMessages.FromSql(
            $"""
            WITH due AS MATERIALIZED (
                SELECT id FROM outgoing_messages
                WHERE state = 'Waiting' AND next_try_at_utc <= {nowUtc}
                ORDER BY next_try_at_utc LIMIT {count} FOR UPDATE SKIP LOCKED),
            abandoned AS MATERIALIZED (
                SELECT id FROM outgoing_messages
                WHERE state = 'Sending' AND claimed_until_utc < {nowUtc}
                ORDER BY next_try_at_utc LIMIT {count} FOR UPDATE SKIP LOCKED)
            UPDATE outgoing_messages AS message
            SET state = 'Sending', claim_id = {claimId}, claimed_until_utc = {untilUtc}, attempts = attempts + 1
            FROM (SELECT id FROM due UNION ALL SELECT id FROM abandoned) AS taken
            WHERE message.id = taken.id
            RETURNING message.*
            """).ToListAsync(cancellation);
}
