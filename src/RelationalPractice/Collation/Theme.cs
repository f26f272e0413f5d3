namespace RelationalPractice.Collation;

/// <summary>One theme of the codebook: what families' words can be about.</summary>
public sealed class Theme
{
    public const int NameMaxLength = 80;
    public const int DefinitionMaxLength = 500;
    public const int WordsMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>When it is used and when it is not.</summary>
    public required string Definition { get; set; }

    public required ThemeComponent Component { get; set; }

    /// <summary>Key of the attribute it belongs to, such as "trust"; null when to none.</summary>
    public string? Attribute { get; set; }

    /// <summary>Words and phrases that suggest it, with commas between them.</summary>
    public required string Words { get; set; }

    public ThemeState State { get; set; }

    /// <summary>The theme that took over its codings.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Counts changes: who codes with it or changes it meanwhile is told.</summary>
    public int Version { get; set; }
}

/// <summary>
/// Of which component of relational practice a theme speaks (Centre for Community Child Health, Australia), or which of the framework's other
/// questions. Stored by name: never rename, only add.
/// </summary>
public enum ThemeComponent
{
    /// <summary>The practitioner's qualities.</summary>
    Brings,

    /// <summary>The practitioner's skills.</summary>
    Does,

    /// <summary>Environment and supports: caseload, time, manager. For the organisation, never on a worker's page.</summary>
    Around,
    Impact,
    RightsAndComplaints,
    OtherStaff,
    ChangeAskedFor,
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ThemeState
{
    Active,
    Retired,
    Merged,
}

/// <summary>One line of a theme's history. Never changed and never deleted.</summary>
public sealed class ThemeChange
{
    public const int DetailMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required Guid ThemeId { get; init; }

    public required ThemeChangeKind Kind { get; init; }

    /// <summary>In words: what it was before, or which theme it came from or went into.</summary>
    public required string Detail { get; init; }

    public required Guid ById { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ThemeChangeKind
{
    Added,
    Changed,
    MergedInto,
    TookIn,
    SplitFrom,
    SplitInto,
    Retired,
    Restored,
}
