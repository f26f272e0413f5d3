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
        ChangeAsync(responseId, (texts, redactions) => Hide(responseId, wanted, texts, redactions, context), cancellation);

    /// <summary>What a colleague has shown again already stays so.</summary>
    public Task<bool> ShowAgainAsync(Guid responseId, Guid redactionId, ChangeContext context, CancellationToken cancellation) =>
        ChangeAsync(
            responseId,
            (_, redactions) =>
            {
                if (redactions.Find(r => r.Id == redactionId && r.Hidden) is not { } shown)
                {
                    return null;
                }

                db.Redactions.Remove(shown);
                return AuditEvent.Of(AuditEventKind.WordsShownAgain, context, responseId);
            },
            cancellation);

    /// <summary>Proposals that are not to be hidden: they are not made again.</summary>
    public Task<bool> DeclineAsync(Guid responseId, IReadOnlyList<ToHide> declined, ChangeContext context, CancellationToken cancellation) =>
        ChangeAsync(responseId, (texts, redactions) => Decline(responseId, declined, texts, redactions, context), cancellation);

    private AuditEvent? Hide(
        Guid responseId, IReadOnlyList<ToHide> wanted, Dictionary<string, CodePointText> texts, List<Redaction> redactions, ChangeContext context)
    {
        var changed = false;
        foreach (var hide in wanted)
        {
            if (SnappedIn(texts, hide) is not { } stretch)
            {
                continue;
            }

            var here = redactions.Where(r => r.QuestionKey == hide.QuestionKey).ToList();
            if (here.Exists(r => r.Hidden && r.Stretch.Covers(stretch)))
            {
                continue;
            }

            var joined = here.Where(r => r.Hidden && r.Stretch.Overlaps(stretch)).ToList();
            var whole = joined.Aggregate(stretch, (all, r) => all.With(r.Stretch));
            foreach (var gone in joined.Concat(here.Where(r => !r.Hidden && r.Stretch == whole)))
            {
                redactions.Remove(gone);
                db.Redactions.Remove(gone);
            }

            redactions.Add(Add(responseId, hide, whole, hidden: true, context));
            changed = true;
        }

        return changed ? AuditEvent.Of(AuditEventKind.WordsHidden, context, responseId) : null;
    }

    private AuditEvent? Decline(
        Guid responseId, IReadOnlyList<ToHide> declined, Dictionary<string, CodePointText> texts, List<Redaction> redactions, ChangeContext context)
    {
        var changed = false;
        foreach (var proposal in declined)
        {
            if (SnappedIn(texts, proposal) is { } stretch && !redactions.Exists(r => r.QuestionKey == proposal.QuestionKey && r.Stretch == stretch))
            {
                redactions.Add(Add(responseId, proposal, stretch, hidden: false, context));
                changed = true;
            }
        }

        return changed ? AuditEvent.Of(AuditEventKind.ProposalDeclined, context, responseId) : null;
    }

    private Redaction Add(Guid responseId, ToHide what, Stretch stretch, bool hidden, ChangeContext context)
    {
        var redaction = new Redaction
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
        db.Redactions.Add(redaction);
        return redaction;
    }

    private async Task<bool> ChangeAsync(
        Guid responseId, Func<Dictionary<string, CodePointText>, List<Redaction>, AuditEvent?> change, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            var texts = await db.SurveyAnswers.AsNoTracking()
                .Where(a => a.ResponseId == responseId && a.Text != null)
                .ToDictionaryAsync(a => a.QuestionKey, a => new CodePointText(a.Text!), StringComparer.Ordinal, cancellation);
            if (texts.Count == 0)
            {
                return false;
            }

            var redactions = await db.Redactions.Where(r => r.ResponseId == responseId).ToListAsync(cancellation);
            if (change(texts, redactions) is not { } done)
            {
                return true;
            }

            // A declined proposal too: whoever says at this moment that all is hidden must have seen the answer to each.
            (await db.RecordOfAsync(responseId, cancellation)).RedactionChanged();
            db.AuditEvents.Add(done);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException refusal) when (refusal.IsLostRace() && tried < MaxTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static Stretch? SnappedIn(Dictionary<string, CodePointText> texts, ToHide hide) =>
        texts.TryGetValue(hide.QuestionKey, out var text) ? text.Snap(hide.Stretch.Start, hide.Stretch.End) : null;
}

public sealed record ToHide(string QuestionKey, Stretch Stretch, RedactionKind Kind);
