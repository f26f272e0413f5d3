using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

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
}
