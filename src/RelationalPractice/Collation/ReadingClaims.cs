using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Identity;

namespace RelationalPractice.Collation;

/// <summary>Who has which response open. One claim a response; of two who open it at the same moment one has it and the other is told.</summary>
public static class ReadingClaims
{
    /// <summary>Takes the response for twenty minutes, or renews one's own claim; a colleague's that still runs stays.</summary>
    /// <returns>When the reader's own claim ends, or null when a colleague has the response.</returns>
    public static async Task<DateTime?> TakeAsync(
        PracticeDbContext db, Guid responseId, Guid staffMemberId, DateTime nowUtc, CancellationToken cancellation)
    {
        // As fine as both databases keep it, for it is compared when the page is left.
        var untilUtc = nowUtc.AddTicks(-(nowUtc.Ticks % TimeSpan.TicksPerMicrosecond)) + ReadingClaim.Lasts;
        if (await RenewAsync() || await AddAsync())
        {
            return untilUtc;
        }

        // Somebody took it in between: a colleague, or this reader in another tab.
        return await RenewAsync() ? untilUtc : null;

        async Task<bool> RenewAsync() => await db.ReadingClaims
            .Where(c => c.ResponseId == responseId && (c.StaffMemberId == staffMemberId || c.UntilUtc <= nowUtc))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.StaffMemberId, staffMemberId).SetProperty(c => c.UntilUtc, untilUtc), cancellation) > 0;

        async Task<bool> AddAsync()
        {
            if (await db.ReadingClaims.AnyAsync(c => c.ResponseId == responseId, cancellation))
            {
                return false;
            }

            var claim = new ReadingClaim { ResponseId = responseId, StaffMemberId = staffMemberId, UntilUtc = untilUtc };
            db.Add(claim);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException refusal) when (refusal.IsUnique())
            {
                return false;
            }
            finally
            {
                db.Entry(claim).State = EntityState.Detached;
            }
        }
    }

    /// <param name="untilUtc">Only the claim that ends then; null releases whichever the reader has.</param>
    /// <returns>Whether the reader had one.</returns>
    public static async Task<bool> ReleaseAsync(
        PracticeDbContext db, Guid responseId, Guid staffMemberId, DateTime? untilUtc, CancellationToken cancellation)
    {
        var own = db.ReadingClaims.Where(c => c.ResponseId == responseId && c.StaffMemberId == staffMemberId);
        return await (untilUtc is { } until ? own.Where(c => c.UntilUtc == until) : own).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Those of these responses that somebody has open now.</summary>
    public static async Task<IReadOnlyDictionary<Guid, HeldResponse>> HeldAsync(
        PracticeDbContext db, IReadOnlyCollection<Guid> responseIds, DateTime nowUtc, CancellationToken cancellation) => await db.ReadingClaims
            .Where(c => responseIds.Contains(c.ResponseId) && c.UntilUtc > nowUtc)
            .Join(db.Set<StaffMember>(), c => c.StaffMemberId, s => s.Id, (c, s) => new HeldResponse(c.ResponseId, s.Id, s.DisplayName, c.UntilUtc))
            .ToDictionaryAsync(held => held.ResponseId, cancellation);

    public static Task<int> ForgetExpiredAsync(PracticeDbContext db, DateTime nowUtc, CancellationToken cancellation) =>
        db.ReadingClaims.Where(c => c.UntilUtc <= nowUtc).ExecuteDeleteAsync(cancellation);
}

/// <summary>Who has a response open, and until when.</summary>
public sealed record HeldResponse(Guid ResponseId, Guid StaffMemberId, string Name, DateTime UntilUtc);
