using System.Security.Cryptography;

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

    /// <summary>Its place in the chain, from 1 without a gap.</summary>
    public long Number { get; private set; }

    /// <summary>SHA-256 over the entry and the hash of the one before; empty for entries that are older than the chain.</summary>
    public byte[] Hash { get; private set; } = [];

    public DateTime AtUtc { get; private init; }

    public Guid? ActorId { get; private init; }

    public AuditEventKind Kind { get; private init; }

    /// <summary>What it was done to: a response, link or person; null where there is none.</summary>
    public Guid? SubjectId { get; private init; }

    public string? Reason { get; private init; }

    public static AuditEvent Of(AuditEventKind kind, ChangeContext context, Guid? subjectId = null) => new()
    {
        AtUtc = ToMicroseconds(context.AtUtc),
        ActorId = context.ActorId,
        Kind = kind,
        SubjectId = subjectId,
        Reason = context.Reason,
    };

    /// <summary>For what happens before anybody is known, such as a refused sign-in.</summary>
    public static AuditEvent OfNobody(AuditEventKind kind, DateTime atUtc, Guid? subjectId = null) =>
        new() { AtUtc = ToMicroseconds(atUtc), Kind = kind, SubjectId = subjectId };

    internal void Link(long number, byte[] previousHash)
    {
        Number = number;
        Hash = HashAfter(previousHash);
    }

    /// <summary>What its hash must be when the entry before it has this one.</summary>
    public byte[] HashAfter(byte[] previousHash)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(previousHash);
        writer.Write(Number);
        writer.Write(AtUtc.Ticks);
        writer.Write((ActorId ?? Guid.Empty).ToByteArray());
        writer.Write(Kind.ToString());
        writer.Write((SubjectId ?? Guid.Empty).ToByteArray());
        writer.Write(Reason is not null);
        writer.Write(Reason ?? "");
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    // PostgreSQL keeps no finer time; the hash must come out the same when it is read back.
    private static DateTime ToMicroseconds(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
}
