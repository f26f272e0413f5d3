namespace RelationalPractice.Collation;

/// <summary>
/// How far the quality team has come with a response. Its version counts every change of what is hidden, matched or coded, so that
/// a decision holds for what its maker saw.
/// </summary>
public sealed class CollationRecord
{
    public required Guid ResponseId { get; init; }

    public int Version { get; private set; }

    /// <summary>Who has said that all that must be hidden is hidden. Null again after any later change of what is hidden.</summary>
    public Guid? RedactedById { get; private set; }

    /// <summary>The first coder, who has said that the answers are themed.</summary>
    public Guid? ThemedById { get; private set; }

    /// <summary>The second coder of a response that is coded twice, blind.</summary>
    public Guid? ThemedAgainById { get; private set; }

    public void RedactionChanged()
    {
        RedactedById = null;
        Version++;
    }

    public void RedactionDone(Guid staffMemberId)
    {
        RedactedById = staffMemberId;
        Version++;
    }

    public void ThemesDone(Guid staffMemberId)
    {
        ThemedById = staffMemberId;
        Version++;
    }

    public void ThemesDoneAgain(Guid staffMemberId)
    {
        ThemedAgainById = staffMemberId;
        Version++;
    }

    /// <summary>Something else changed that a decision depends on.</summary>
    public void Changed() => Version++;
}
