using RelationalPractice.Anonymity;

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

    /// <summary>Repeats the request's, so that the database can refuse the two to be one.</summary>
    public Guid? WorkerStaffId { get; init; }

    public InterviewState State { get; set; }

    /// <summary>The statement on confidentiality and storage was read out and agreed to: nothing is asked before.</summary>
    public bool StatementConfirmed { get; set; }

    /// <summary>The family was upset at some time in it.</summary>
    public bool Distress { get; set; }

    /// <summary>What support was offered, in the interviewer's words; for the quality team.</summary>
    public ProtectedText? SupportNote { get; set; }

    public string? CancelledBecause { get; set; }

    /// <summary>Counts changes, so that two who decide at the same moment do not both succeed.</summary>
    public int Version { get; set; }
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
