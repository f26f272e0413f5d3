using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

public enum DemonstrationResult
{
    Loaded,
    AlreadyThere,

    /// <summary>The database belongs to somebody else; nothing was touched.</summary>
    AnotherAuthority,
}

public sealed record DemonstrationOutcome(DemonstrationResult Result, IReadOnlyList<ReceiptSample> Receipts);

/// <summary>A demonstration response whose receipt code works.</summary>
/// <param name="About">What it shows, in a few words.</param>
public sealed record ReceiptSample(ReceiptCode Code, string About);
