using RelationalPractice.Anonymity;

namespace RelationalPractice.Messaging;

/// <summary>A message to a named family: a row before it is sent, so that a restart can neither lose it nor send it twice.</summary>
public sealed class OutgoingMessage
{
    public const int BodyMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required OutgoingMessageKind Kind { get; init; }

    /// <summary>What it is about; with its kind it is unique.</summary>
    public required Guid AboutId { get; init; }

    public required Guid ResponseId { get; init; }

    /// <summary>Always "Named": the database holds it to the response's own tier, so nobody else can be written to.</summary>
    public string StoredTier { get; private init; } = nameof(Surveys.Tier.Named);

    public required ProtectedText Contact { get; init; }

    /// <summary>Bland: other people read telephones.</summary>
    public required string Body { get; init; }

    public required DateTime CreatedAtUtc { get; init; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum OutgoingMessageKind
{
    SupervisionOutcome,
}
