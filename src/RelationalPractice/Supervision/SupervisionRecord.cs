using RelationalPractice.Auditing;

namespace RelationalPractice.Supervision;

/// <summary>What a manager and a worker made of released feedback when they read it together.</summary>
public sealed class SupervisionRecord
{
    public const int RecognisedMaxLength = 2_000;
    public const int ReplyMaxLength = 2_000;

    /// <summary>It is written down within this many months of being held.</summary>
    public const int WrittenWithinMonths = 12;

    private readonly List<SupervisionOutcome> _outcomes = [];

    public required Guid Id { get; init; }

    public required Guid WorkerId { get; init; }

    /// <summary>The manager who wrote it.</summary>
    public required Guid ManagerId { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>What was recognised, in the manager's words.</summary>
    public string? Recognised { get; init; }

    public DateOnly? FollowUpOn { get; init; }

    public string? WorkerReply { get; private set; }

    public IReadOnlyList<SupervisionOutcome> Outcomes => _outcomes;

    public void Add(Guid responseId, SupervisionOutcomeKind kind, string? because = null) =>
        _outcomes.Add(new SupervisionOutcome { RecordId = Id, ResponseId = responseId, Kind = kind, Because = because });

    /// <summary>The worker's own words beside the manager's; a later reply takes the place of the one before.</summary>
    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent Reply(string reply, ChangeContext context)
    {
        WorkerReply = reply;
        return AuditEvent.Of(AuditEventKind.SupervisionRepliedTo, context, Id);
    }
}

/// <summary>What came of one family's feedback.</summary>
public sealed class SupervisionOutcome
{
    public const int BecauseMaxLength = 500;

    public required Guid RecordId { get; init; }

    /// <summary>Of a release: nothing else can be talked about.</summary>
    public required Guid ResponseId { get; init; }

    public required SupervisionOutcomeKind Kind { get; init; }

    /// <summary>Always said with <see cref="SupervisionOutcomeKind.NoAction"/>.</summary>
    public string? Because { get; init; }
}

/// <summary>The framework's own list ("celebrated", "offering meetings between worker and family, training, or review of workloads"). Stored by name: never rename, only add.</summary>
public enum SupervisionOutcomeKind
{
    Celebrated,
    MeetingOffered,
    Training,
    WorkloadReviewed,
    OtherSupport,
    NoAction,
}
