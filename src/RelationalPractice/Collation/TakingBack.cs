using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>The family takes a response back, and with it every copy, mark, theme and waiting message. Their wish wins over whoever works on it at that moment.</summary>
public sealed class TakingBack(PracticeDbContext db, TimeProvider clock)
{
    public async Task WithdrawAsync(Guid responseId, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Held before anything is read: whoever reads, hides or releases at this moment has finished, or will be refused.
        await db.SurveyResponses.Where(r => r.Id == responseId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, r => r.State), cancellation);
        var response = await db.SurveyResponses.Include(r => r.Answers).SingleAsync(r => r.Id == responseId, cancellation);
        var tookBackBefore = response.State == ResponseState.Withdrawn;
        response.Withdraw();
        if (!tookBackBefore && await db.Releases.Include(r => r.Excerpts).SingleOrDefaultAsync(r => r.ResponseId == responseId, cancellation) is { } release)
        {
            var today = LocalTime.Today(clock);
            release.Forget(release.Tier == Tier.Named ? today : new DateOnly(today.Year, today.Month, 1));
        }

        await db.ComplaintWishes.Where(w => w.ResponseId == responseId).ExecuteDeleteAsync(cancellation);
        await db.OutgoingMessages.Where(m => m.ResponseId == responseId).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
