using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Auditing;

/// <summary>
/// The end of the audit log: how many entries it has and the hash of the last. Each entry's hash covers the one before, so none can be
/// changed, taken out or put in between without every later hash failing. Whoever adds holds this row until their transaction ends.
/// </summary>
public sealed class AuditChain
{
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    public long Length { get; private set; }

    public byte[] Hash { get; private set; } = [];

    /// <summary>
    /// Holds the end of the chain before anything is looked at, in a transaction that is already open: of two who decide about the same thing at the
    /// same moment the second sees what the first has done. Every change by staff takes it sooner or later; whoever takes it first cannot be
    /// caught in a deadlock with the others.
    /// </summary>
    public static Task HoldAsync(PracticeDbContext db, CancellationToken cancellation) =>
        db.AuditChain.ExecuteUpdateAsync(set => set.SetProperty(chain => chain.Length, chain => chain.Length), cancellation);

    /// <summary>Numbers new entries and gives them their hashes. Needs a transaction: the row is held from here to its end.</summary>
    internal static async Task LinkAsync(PracticeDbContext db, IReadOnlyList<AuditEvent> added, CancellationToken cancellation)
    {
        // Changing it, not reading it, is what makes the next who adds wait, on both databases.
        await db.AuditChain.ExecuteUpdateAsync(set => set.SetProperty(chain => chain.Length, chain => chain.Length + added.Count), cancellation);
        var end = await db.AuditChain.AsNoTracking().SingleAsync(cancellation);
        var (number, hash) = (end.Length - added.Count, end.Hash);
        foreach (var entry in added)
        {
            entry.Link(++number, hash);
            hash = entry.Hash;
        }

        await db.AuditChain.ExecuteUpdateAsync(set => set.SetProperty(chain => chain.Hash, hash), cancellation);
    }
}
