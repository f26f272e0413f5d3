namespace RelationalPractice.Guidance;

/// <summary>One page of practice guidance: our own words after somebody else's, whose opinion it is.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Published">When the source was published, in words, for not every source says.</param>
/// <param name="Sections">The first has no heading and opens the page.</param>
public sealed record GuidancePage(
    string Slug,
    string Title,
    string Source,
    string Author,
    string Country,
    string Published,
    DateOnly ReviewedOn,
    DateOnly ReviewBy,
    int Order,
    IReadOnlyList<GuidanceSection> Sections)
{
    /// <summary>Of every page, whoever wrote it.</summary>
    public const string Standing = "Practice opinion, not evidence";

    public bool IsOverdue(DateOnly today) => ReviewBy < today;
}

/// <param name="Anchor">Null for the opening.</param>
/// <param name="Heading">Null for the opening.</param>
public sealed record GuidanceSection(string? Anchor, string? Heading, string Markdown)
{
    /// <summary>As it is searched and quoted: without the marks of Markdown.</summary>
    public string Text { get; } = GuidanceFile.Plain(Markdown);
}
