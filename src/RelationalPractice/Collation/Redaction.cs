namespace RelationalPractice.Collation;

/// <summary>
/// A stretch of one answer that is hidden from everybody outside the quality team, or a proposal to hide one that was declined. The answer
/// itself stays as it was written.
/// </summary>
public sealed class Redaction
{
    public required Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    public required string QuestionKey { get; init; }

    /// <summary>Unicode code points from 0, as in REFI-QDA; never inside what a reader sees as one character.</summary>
    public required int Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required int End { get; init; }

    public required RedactionKind Kind { get; init; }

    /// <summary>False: proposed by the scan and declined, so it is not proposed again.</summary>
    public required bool Hidden { get; init; }

    public required Guid ById { get; init; }

    public Stretch Stretch => new(Start, End);
}

/// <summary>What is hidden, which is what stands in its place. Stored by name: never rename, only add.</summary>
public enum RedactionKind
{
    Name,
    Telephone,
    Email,
    Address,
    Postcode,
    DateOfBirth,
    CaseNumber,
    NhsNumber,
    SocialHandle,
    School,
    Other,
}
