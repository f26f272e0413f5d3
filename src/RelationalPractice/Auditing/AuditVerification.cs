using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Auditing;

/// <summary>Whether the audit log is as it was written.</summary>
/// <param name="Entries">How many there are.</param>
/// <param name="OlderThanChain">How many of them were written before entries were chained, and so prove nothing.</param>
/// <param name="BrokenAt">The number of the first entry that is not what its hash says, or is missing; null when all are right.</param>
/// <param name="LastHash">Written down elsewhere, it shows later that no entry up to here was changed, even by somebody who rewrote the whole chain.</param>
public sealed record AuditVerification(long Entries, long OlderThanChain, long? BrokenAt, string LastHash)
{
    public bool IsWhole => BrokenAt is null;

    public static async Task<AuditVerification> OfAsync(PracticeDbContext db, CancellationToken cancellation = default)
    {
        // The end is read first: what is added meanwhile is not looked at.
        var end = await db.AuditChain.AsNoTracking().SingleAsync(cancellation);
        long entries = 0, older = 0;
        byte[] hash = [];
        await foreach (var entry in db.AuditEvents.AsNoTracking().Where(e => e.Number <= end.Length).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (entry.Number != ++entries)
            {
                return Broken(entries);
            }

            if (entry.Hash.Length == 0 && hash.Length == 0)
            {
                older++;
                continue;
            }

            if (!entry.Hash.AsSpan().SequenceEqual(entry.HashAfter(hash)))
            {
                return Broken(entries);
            }

            hash = entry.Hash;
        }

        return entries == end.Length && hash.AsSpan().SequenceEqual(end.Hash)
            ? new AuditVerification(entries, older, BrokenAt: null, Convert.ToHexStringLower(hash))
            : Broken(entries + 1);

        AuditVerification Broken(long number) => new(entries, older, number, Convert.ToHexStringLower(end.Hash));
    }
}
