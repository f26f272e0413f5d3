using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Migrations.Sqlite;

/// <summary>One statement is one transaction, and only one at a time writes.</summary>
public sealed class SqliteMessageClaims : IMessageClaims
{
    public async Task<IReadOnlyList<OutgoingMessage>> ClaimAsync(
        PracticeDbContext db, Guid claimId, DateTime nowUtc, DateTime untilUtc, int count, CancellationToken cancellation)
    {
        // As the model keeps identifiers; a parameter by itself would be written out as text.
        var claim = claimId.ToByteArray();
        return await db.OutgoingMessages.FromSql(
            $"""
            UPDATE outgoing_messages
            SET state = 'Sending', claim_id = {claim}, claimed_until_utc = {untilUtc}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM (
                    SELECT id FROM outgoing_messages
                    WHERE state = 'Waiting' AND next_try_at_utc <= {nowUtc}
                    ORDER BY next_try_at_utc LIMIT {count})
                UNION ALL
                SELECT id FROM (
                    SELECT id FROM outgoing_messages
                    WHERE state = 'Sending' AND claimed_until_utc < {nowUtc}
                    ORDER BY next_try_at_utc LIMIT {count}))
            RETURNING *
            """).ToListAsync(cancellation);
    }
}
