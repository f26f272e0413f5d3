namespace RelationalPractice.Web.Pages.Shared;

public sealed record TextField(string Name, string Label, string? Value)
{
    public string? Hint { get; init; }

    /// <summary>Id of words elsewhere on the page, for a field whose label is only "Your answer".</summary>
    public string? DescribedBy { get; init; }

    public string Type { get; init; } = "text";

    /// <summary>Off unless the page says what it is: a family's name must not appear in a list on a shared telephone.</summary>
    public string Autocomplete { get; init; } = "off";

    public string? InputMode { get; init; }
    public bool Spellcheck { get; init; }
}

public sealed record TextAreaField(string Name, string Label, string? Value)
{
    public string? Hint { get; init; }
    public string? DescribedBy { get; init; }
    public int MaxLength { get; init; } = 5000;
    public int Rows { get; init; } = 8;
}

/// <summary>One choice among a few. Nothing is chosen until the person chooses.</summary>
public sealed record RadioField(string Name, string Legend, IReadOnlyList<RadioOption> Options, string? Chosen)
{
    public string? Hint { get; init; }
    public string? DescribedBy { get; init; }

    /// <summary>The legend is the page's one h1.</summary>
    public bool IsHeading { get; init; }
}

public sealed record RadioOption(string Value, string Text, params IReadOnlyList<string> Hints);

/// <summary>Statements that are each given one of a few points: as radio groups (<c>_ScaleGroup</c>) or as dials (<c>_DialGroup</c>).</summary>
public sealed record ScaleField(IReadOnlyList<ScaledItem> Items, IReadOnlyList<ScaleChoice> Choices)
{
    /// <summary>Words before every statement ("My social worker"): seen once above them, heard with each.</summary>
    public string? Stem { get; init; }
}

public sealed record ScaledItem(string Name, Wording Wording, string? Chosen);

public sealed record ScaleChoice(string Value, string Label);
