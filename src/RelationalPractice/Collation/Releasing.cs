using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>Writes the quality team's decision about a response, with the copies that may be seen in supervision.</summary>
/// <exception cref="DbUpdateException">On any of them, when somebody else was first: <see cref="ConstraintViolations.IsLostRace"/>.</exception>
public sealed class Releasing(PracticeDbContext db)
{
    /// <summary>Releases it, or puts the copies right when it is released already. Its rules have been asked before.</summary>
    /// <param name="response">Tracked, with its answers.</param>
    /// <param name="record">Tracked, as whoever decides saw it.</param>
    public async Task ReleaseAsync(
        WorkerResponse response, CollationRecord record, IReadOnlyList<ReleasedExcerpt> copies, ChangeContext context, DateOnly today, CancellationToken cancellation)
    {
        var release = await db.Releases.Include(r => r.Excerpts).SingleOrDefaultAsync(r => r.ResponseId == response.Id, cancellation);
        var kind = release?.Decision == ReleaseDecision.Released ? AuditEventKind.ReleaseCorrected : AuditEventKind.ResponseReleased;
        await using var transaction = await HoldAsync(response, record, kind, context, cancellation);
        if (release is null)
        {
            db.Releases.Add(release = New(response, await AudienceOfAsync(response, cancellation), ReleaseDecision.Released, context, today));
        }

        release.Decide(ReleaseDecision.Released, context, today);
        release.WorkerId = response.MatchedWorkerId;
        release.RespondentName = (response as NamedResponse)?.RespondentName;
        release.Show([]);
        // The old copies go first: the new ones have the same keys.
        await db.SaveChangesAsync(cancellation);
        release.Show(copies);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <param name="context">Its reason says why it is withheld.</param>
    public async Task WithholdAsync(WorkerResponse response, CollationRecord record, ChangeContext context, DateOnly today, CancellationToken cancellation)
    {
        await using var transaction = await HoldAsync(response, record, AuditEventKind.ResponseWithheld, context, cancellation);
        db.Releases.Add(New(response, await AudienceOfAsync(response, cancellation), ReleaseDecision.Withheld, context, today));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <param name="release">Tracked, with its excerpts.</param>
    public async Task UndoAsync(
        WorkerResponse response, CollationRecord record, Release release, ChangeContext context, DateOnly today, CancellationToken cancellation)
    {
        await using var transaction = await HoldAsync(response, record, AuditEventKind.ReleaseUndone, context, cancellation);
        release.Undo(context, today);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<IDbContextTransaction> HoldAsync(
        WorkerResponse response, CollationRecord record, AuditEventKind kind, ChangeContext context, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await db.HoldAsync(response.Id, AuditEvent.Of(kind, context, response.Id), cancellation);
            record.Changed();
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private async Task<Audience> AudienceOfAsync(WorkerResponse response, CancellationToken cancellation) =>
        await db.Questionnaires.Where(q => q.Id == response.QuestionnaireId).Select(q => q.Audience).SingleAsync(cancellation);

    private static Release New(WorkerResponse response, Audience audience, ReleaseDecision decision, ChangeContext context, DateOnly today) => new()
    {
        ResponseId = response.Id,
        StoredTier = response.Tier.ToString(),
        Decision = decision,
        Reason = context.Reason,
        DecidedById = context.ActorId,
        DecidedOn = today,
        WorkerId = decision == ReleaseDecision.Released ? response.MatchedWorkerId : null,
        Audience = audience,
        QuestionnaireId = response.QuestionnaireId,
        ReceivedMonth = response.ReceivedMonth,
        ReceivedOn = (response as NamedResponse)?.ReceivedOn,
        ScoresOnly = response is WorkerOnlyResponse { ScoresOnly: true },
    };
}
