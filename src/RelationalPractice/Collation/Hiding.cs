using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;

namespace RelationalPractice.Collation;

/// <summary>
/// Changes what is hidden of a response. The answer's text never changes, so what two people hide at the same moment is both hidden: who
/// loses the race simply goes again.
/// </summary>
/// <remarks>Every method tells whether the response was there: the family may have taken it back.</remarks>
public sealed class Hiding(PracticeDbContext db, Chance chance)
{
    private const int MaxTries = 8;

    /// <param name="wanted">Each is widened to whole characters and joined with what it overlaps.</param>
    public Task<bool> HideAsync(Guid responseId, IReadOnlyList<ToHide> wanted, ChangeContext context, CancellationToken cancellation) =>
        ChangeAsync(
            responseId, AuditEventKind.WordsHidden, context, (texts, redactions) => Hide(responseId, wanted, texts, redactions, context), cancellation);

    /// <summary>What a colleague has shown again already stays so.</summary>
    public Task<bool> ShowAgainAsync(Guid responseId, Guid redactionId, ChangeContext context, CancellationToken cancellation) =>
        ChangeAsync(
            responseId,
            AuditEventKind.WordsShownAgain,
            context,
            (_, redactions) => new Change(redactions.Where(r => r.Id == redactionId && r.Hidden).ToList(), []),
            cancellation);

    /// <summary>Proposals that are not to be hidden: they are not made again.</summary>
    public Task<bool> DeclineAsync(Guid responseId, IReadOnlyList<ToHide> declined, ChangeContext context, CancellationToken cancellation) =>
        ChangeAsync(
            responseId, AuditEventKind.ProposalDeclined, context, (texts, redactions) => Decline(responseId, declined, texts, redactions, context), cancellation);

    private Change Hide(
        Guid responseId, IReadOnlyList<ToHide> wanted, Dictionary<string, CodePointText> texts, IReadOnlyList<Redaction> before, ChangeContext context)
    {
        var after = before.ToList();
        foreach (var hide in wanted)
        {
            var here = after.Where(r => r.QuestionKey == hide.QuestionKey).ToList();
            if (SnappedIn(texts, hide) is not { } stretch || here.Exists(r => r.Hidden && r.Stretch.Covers(stretch)))
            {
                continue;
            }

            var joined = here.Where(r => r.Hidden && r.Stretch.Overlaps(stretch)).ToList();
            var whole = joined.Aggregate(stretch, (all, r) => all.With(r.Stretch));
            after.RemoveAll(r => joined.Contains(r) || (r.QuestionKey == hide.QuestionKey && r.Stretch == whole));
            after.Add(New(responseId, hide, whole, hidden: true, context));
        }

        return new Change([.. before.Except(after)], [.. after.Except(before)]);
    }

    private Change Decline(
        Guid responseId, IReadOnlyList<ToHide> declined, Dictionary<string, CodePointText> texts, IReadOnlyList<Redaction> before, ChangeContext context)
    {
        var added = new List<Redaction>();
        foreach (var proposal in declined)
        {
            if (SnappedIn(texts, proposal) is { } stretch && !before.Concat(added).Any(r => r.QuestionKey == proposal.QuestionKey && r.Stretch == stretch))
            {
                added.Add(New(responseId, proposal, stretch, hidden: false, context));
            }
        }

        return new Change([], added);
    }

    private Redaction New(Guid responseId, ToHide what, Stretch stretch, bool hidden, ChangeContext context) => new()
    {
        Id = chance.NewId(),
        ResponseId = responseId,
        QuestionKey = what.QuestionKey,
        Start = stretch.Start,
        End = stretch.End,
        Kind = what.Kind,
        Hidden = hidden,
        ById = context.ActorId,
    };

    private async Task<bool> ChangeAsync(
        Guid responseId, AuditEventKind kind, ChangeContext context, Func<Dictionary<string, CodePointText>, IReadOnlyList<Redaction>, Change> decide, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await TryAsync(responseId, AuditEvent.Of(kind, context, responseId), decide, cancellation);
            }
            catch (DbUpdateException refusal) when (refusal.IsLostRace() && tried < MaxTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<bool> TryAsync(
        Guid responseId, AuditEvent audit, Func<Dictionary<string, CodePointText>, IReadOnlyList<Redaction>, Change> decide, CancellationToken cancellation)
    {
        var texts = await db.SurveyAnswers.AsNoTracking()
            .Where(a => a.ResponseId == responseId && a.Text != null)
            .ToDictionaryAsync(a => a.QuestionKey, a => new CodePointText(a.Text!), StringComparer.Ordinal, cancellation);
        if (texts.Count == 0)
        {
            return false;
        }

        // Before the redactions: whoever changes them in between changes its version, and this is refused.
        var record = await db.RecordOfAsync(responseId, cancellation);
        var change = decide(texts, await db.Redactions.Where(r => r.ResponseId == responseId).ToListAsync(cancellation));
        if (change.Gone.Count + change.Added.Count == 0)
        {
            return true;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldAsync(responseId, audit, cancellation);
        db.Redactions.RemoveRange(change.Gone);
        db.Redactions.AddRange(change.Added);
        // A declined proposal too: whoever says at this moment that all is hidden must have seen the answer to each.
        record.RedactionChanged();
        await db.SaveChangesAsync(cancellation);
        await TakeOutOfCopiesAsync(responseId, [.. change.Added.Where(r => r.Hidden).Select(r => r.QuestionKey)], cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    // Whoever hides something in what is released already means it not to be seen a moment longer; the answer comes back with the next release.
    private Task TakeOutOfCopiesAsync(Guid responseId, IReadOnlyList<string> questionKeys, CancellationToken cancellation) =>
        db.Set<ReleasedExcerpt>()
            .Where(e => e.ResponseId == responseId && e.Text != null && questionKeys.Contains(e.QuestionKey))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Text, ReleasedExcerpt.BeingCorrected), cancellation);

    private static Stretch? SnappedIn(Dictionary<string, CodePointText> texts, ToHide hide) =>
        texts.TryGetValue(hide.QuestionKey, out var text) ? text.Snap(hide.Stretch.Start, hide.Stretch.End) : null;

    private sealed record Change(IReadOnlyList<Redaction> Gone, IReadOnlyList<Redaction> Added);
}

public sealed record ToHide(string QuestionKey, Stretch Stretch, RedactionKind Kind);
