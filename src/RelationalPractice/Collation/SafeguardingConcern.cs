using RelationalPractice.Auditing;

namespace RelationalPractice.Collation;

/// <summary>
/// What was done about a possible risk to somebody that a reader saw in a response: who was told, when, what was decided and what came of
/// it. Only ever added to (the database refuses anything else), and seen by the quality team alone.
/// </summary>
public sealed class SafeguardingConcern
{
    private readonly List<ConcernEntry> _entries = [];

    public required Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    public bool IsClosed { get; private set; }

    public IReadOnlyList<ConcernEntry> Entries => _entries;

    /// <param name="entryId">Of the entry this adds.</param>
    /// <returns>The audit event to keep with the change.</returns>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public AuditEvent Add(Guid entryId, ConcernStep step, string? toWhom, string words, ChangeContext context)
    {
        if (IsClosed)
        {
            throw new InvalidOperationException("Nothing is added to a closed concern: open another.");
        }

        _entries.Add(new ConcernEntry
        {
            Id = entryId,
            ConcernId = Id,
            Number = _entries.Count + 1,
            Step = step,
            ToWhom = toWhom,
            Words = words,
            ById = context.ActorId,
            AtUtc = context.AtUtc,
        });
        IsClosed = step == ConcernStep.Closed;
        return AuditEvent.Of(EventOf(step), context, ResponseId);
    }

    private static AuditEventKind EventOf(ConcernStep step) => step switch
    {
        ConcernStep.Escalated => AuditEventKind.ConcernEscalated,
        ConcernStep.Closed => AuditEventKind.ConcernClosed,
        _ => AuditEventKind.ConcernAddedTo,
    };
}

/// <summary>One thing that was done about a concern. Never changed and never deleted.</summary>
public sealed class ConcernEntry
{
    public const int ToWhomMaxLength = 200;
    public const int WordsMaxLength = 2_000;

    public required Guid Id { get; init; }

    public required Guid ConcernId { get; init; }

    /// <summary>From 1, in the order in which they were added.</summary>
    public required int Number { get; init; }

    public required ConcernStep Step { get; init; }

    /// <summary>Whom it was passed on to; only when escalated.</summary>
    public string? ToWhom { get; init; }

    public required string Words { get; init; }

    public required Guid ById { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ConcernStep
{
    Escalated,
    Decided,
    Outcome,
    Closed,
}
