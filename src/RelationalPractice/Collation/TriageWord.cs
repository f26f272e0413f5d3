namespace RelationalPractice.Collation;

/// <summary>A word or phrase that puts a response at the head of the readers' queue. It hides nothing and decides nothing.</summary>
public sealed class TriageWord
{
    public const int TextMaxLength = 60;

    public required Guid Id { get; init; }

    /// <summary>As the quality team wrote it, unique when case is left aside.</summary>
    public required string Text { get; init; }
}
