namespace RelationalPractice.Collation;

/// <summary>One coder's judgement that an answer, or a stretch of it, speaks of a theme.</summary>
public sealed class Coding
{
    public required Guid Id { get; init; }

    public required Guid ResponseId { get; init; }

    public required string QuestionKey { get; init; }

    /// <summary>Unicode code points from 0; null together with <see cref="End"/>: the whole answer.</summary>
    public int? Start { get; init; }

    /// <summary>Exclusive.</summary>
    public int? End { get; init; }

    public required Guid ThemeId { get; set; }

    public required ThemeDirection Direction { get; init; }

    public required Guid CoderId { get; init; }

    /// <summary>Of the second, blind coding, which measures agreement and counts nowhere else.</summary>
    public required bool Second { get; init; }

    public CodedStretch? Stretch => (Start, End) is ({ } start, { } end) ? new CodedStretch(start, end) : null;

    /// <summary>The words it speaks of: the stretch, or the whole answer.</summary>
    public string WordsOf(string answer) => Stretch?.Of(answer) ?? answer;
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ThemeDirection
{
    Positive,
    Negative,
    Mixed,
}
