using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Supervision;

/// <summary>Keeps a supervision and, with it, a message to each named family who left a way to answer them.</summary>
public sealed class SupervisionRecording(PracticeDbContext db, ReleasedContact contacts, Chance chance)
{
    /// <param name="record">With its outcomes.</param>
    /// <param name="shownAsWaiting">The responses that the manager saw as not talked about yet.</param>
    /// <param name="message">The words of the message to the family who wrote on that day.</param>
    public async Task<RecordingResult> KeepAsync(
        SupervisionRecord record, IReadOnlyCollection<Guid> shownAsWaiting, Func<DateOnly, string> message, ChangeContext context, CancellationToken cancellation)
    {
        var read = record.Outcomes.Select(outcome => outcome.ResponseId).Distinct().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Before anything is looked at: a withdrawal or another supervision waits until this one is kept, and then finds it.
        await contacts.HoldAsync(read, cancellation);
        if (await db.SupervisionRecords.AnyAsync(r => r.Id == record.Id, cancellation))
        {
            return RecordingResult.KeptBefore;
        }

        if (await TalkableAsync(record.WorkerId, read, cancellation) < read.Count)
        {
            return RecordingResult.TakenBack;
        }

        if (await db.SupervisionRecords.AnyAsync(r => r.Outcomes.Any(o => read.Contains(o.ResponseId) && shownAsWaiting.Contains(o.ResponseId)), cancellation))
        {
            return RecordingResult.RecordedMeanwhile;
        }

        db.SupervisionRecords.Add(record);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.SupervisionRecorded, context, record.Id));
        await AddMessagesAsync(record, read, message, context.AtUtc, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return RecordingResult.Kept;
    }

    private Task<int> TalkableAsync(Guid workerId, List<Guid> read, CancellationToken cancellation) => db.Releases.CountAsync(
        r => read.Contains(r.ResponseId) && r.WorkerId == workerId && r.Decision == ReleaseDecision.Released && r.WithdrawnOn == null, cancellation);

    private async Task AddMessagesAsync(SupervisionRecord record, List<Guid> read, Func<DateOnly, string> message, DateTime atUtc, CancellationToken cancellation)
    {
        var days = await db.Releases.Where(r => read.Contains(r.ResponseId) && r.ReceivedOn != null)
            .ToDictionaryAsync(r => r.ResponseId, r => r.ReceivedOn!.Value, cancellation);
        foreach (var (responseId, contact) in await contacts.SealedAsync([.. days.Keys], cancellation))
        {
            db.OutgoingMessages.Add(OutgoingMessage.ToRespondent(
                chance.NewId(), OutgoingMessageKind.SupervisionOutcome, record.Id, responseId, contact, message(days[responseId]), atUtc));
        }
    }
}

public enum RecordingResult
{
    Kept,

    /// <summary>The same form was sent twice: the first time counts.</summary>
    KeptBefore,

    /// <summary>A family took feedback back, or it is not released any more.</summary>
    TakenBack,

    /// <summary>Somebody else wrote down a supervision about some of it since the form was shown.</summary>
    RecordedMeanwhile,
}
