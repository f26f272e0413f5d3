using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;

namespace RelationalPractice.Interviews;

/// <summary>
/// An appointment. Moving it is a new one; the old stays as cancelled. Nothing ties it to the response that comes of it.
/// </summary>
public sealed class Interview
{
    public const int SupportNoteMaxLength = 500;
    public const int ReasonMaxLength = 200;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>Booked once at most (ix_interviews_slot_booked_once).</summary>
    public required Guid SlotId { get; init; }

    public required Guid InterviewerId { get; init; }

    /// <summary>Repeats the request's, so that the database can refuse the two to be one. Forgotten when it was held.</summary>
    public Guid? WorkerStaffId { get; private set; }

    public InterviewState State { get; private set; }

    /// <summary>The statement on confidentiality and storage was read out and agreed to: nothing is asked before.</summary>
    public bool StatementConfirmed { get; private set; }

    /// <summary>The family was upset at some time in it.</summary>
    public bool Distress { get; private set; }

    /// <summary>What support was offered, in the interviewer's words; for the quality team.</summary>
    public ProtectedText? SupportNote { get; private set; }

    public string? CancelledBecause { get; private set; }

    /// <summary>Counts changes, so that two who decide at the same moment do not both succeed.</summary>
    public int Version { get; private set; }

    public static Interview Of(Guid id, InterviewRequest request, Guid slotId, Guid interviewerId) => new()
    {
        Id = id,
        RequestId = request.Id,
        SlotId = slotId,
        InterviewerId = interviewerId,
        WorkerStaffId = request.WorkerStaffId,
    };

    /// <summary>The statement was read out and agreed to.</summary>
    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent Begin(ChangeContext context)
    {
        StatementConfirmed = true;
        Version++;
        return AuditEvent.Of(AuditEventKind.InterviewBegun, context, Id);
    }

    public void Cancel(string? because)
    {
        State = InterviewState.Cancelled;
        CancelledBecause = because;
        Version++;
    }

    public void NotCome()
    {
        State = InterviewState.NotCome;
        Version++;
    }

    /// <summary>What was said has become a response. It leaves no audit event: its time would date the response.</summary>
    public void Hold(bool distress, ProtectedText? supportNote)
    {
        State = InterviewState.Held;
        Distress = distress;
        SupportNote = supportNote;
        WorkerStaffId = null;
        Version++;
    }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum InterviewState
{
    Booked,
    Held,
    NotCome,
    Cancelled,
}

/// <summary>What was said so far, sealed under the data-protection keys while the interview lasts; gone the moment it is sent.</summary>
public sealed class InterviewDraft
{
    public required Guid InterviewId { get; init; }

    /// <summary><see cref="Surveys.DraftContents"/>, by <see cref="Surveys.SealedContents"/>.</summary>
    public required byte[] Ciphertext { get; set; }

    /// <summary>Counts changes, so that two windows cannot overwrite each other unseen.</summary>
    public int Version { get; set; }
}
