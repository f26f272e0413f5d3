namespace RelationalPractice.Auditing;

/// <summary>
/// One line of the audit log: what staff did, never what families wrote. Families' own acts leave no line,
/// because its time would date their response.
/// </summary>
public sealed class AuditEvent
{
    public const int ReasonMaxLength = 500;

    private AuditEvent()
    {
    }

    public long Id { get; private init; }

    public DateTime AtUtc { get; private init; }

    public Guid? ActorId { get; private init; }

    public AuditEventKind Kind { get; private init; }

    /// <summary>What it was done to: a response, link or person; null where there is none.</summary>
    public Guid? SubjectId { get; private init; }

    public string? Reason { get; private init; }

    public static AuditEvent Of(AuditEventKind kind, ChangeContext context, Guid? subjectId = null) => new()
    {
        AtUtc = context.AtUtc,
        ActorId = context.ActorId,
        Kind = kind,
        SubjectId = subjectId,
        Reason = context.Reason,
    };

    /// <summary>For what happens before anybody is known, such as a refused sign-in.</summary>
    public static AuditEvent OfNobody(AuditEventKind kind, DateTime atUtc, Guid? subjectId = null) =>
        new() { AtUtc = atUtc, Kind = kind, SubjectId = subjectId };
}
