using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

public static class CollationRecords
{
    /// <summary>Tracked. The first who does something with a response begins its record; of two who do so at once the second is refused.</summary>
    public static async Task<CollationRecord> RecordOfAsync(this PracticeDbContext db, Guid responseId, CancellationToken cancellation)
    {
        if (await db.CollationRecords.SingleOrDefaultAsync(r => r.ResponseId == responseId, cancellation) is { } record)
        {
            return record;
        }

        record = new CollationRecord { ResponseId = responseId };
        db.CollationRecords.Add(record);
        return record;
    }

    /// <summary>
    /// Writes the audit event and then holds the response's own row until the transaction ends, before anything that belongs to the response is
    /// changed. A family who takes it back at this moment has finished, or waits. Everybody holds in this order, the log, the response, what
    /// belongs to it, so nobody waits for somebody who waits for them.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">The family has taken it back.</exception>
    internal static async Task HoldAsync(this PracticeDbContext db, Guid responseId, AuditEvent audit, CancellationToken cancellation)
    {
        db.AuditEvents.Add(audit);
        await db.SaveChangesAsync(cancellation);
        if (await db.SurveyResponses.Where(r => r.Id == responseId && r.State != ResponseState.Withdrawn)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, r => r.State), cancellation) == 0)
        {
            throw new DbUpdateConcurrencyException("The family took the response back.");
        }
    }
}
