namespace RelationalPractice.Invitations;

/// <summary>A file from the case system on its way in: read and weighed first, kept only when somebody says so, all of it or nothing.</summary>
public sealed class ContactImport
{
    /// <summary>50,000 lines are some 8 MB.</summary>
    public const int ContentMaxLength = 20_000_000;

    public const int LinesMax = 50_000;

    public required Guid Id { get; init; }

    public required Guid UploadedById { get; init; }

    public required DateTime UploadedAtUtc { get; init; }

    public ContactImportState State { get; set; }

    /// <summary>The file, under the data-protection keys; gone once it is kept or given up, and after a day.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Which column is what, as JSON.</summary>
    public string? Mapping { get; set; }

    public int Lines { get; set; }

    /// <summary>Lines weighed so far, for who is waiting.</summary>
    public int LinesDone { get; set; }

    /// <summary>Why it could not be read at all, in words for staff.</summary>
    public string? Trouble { get; set; }

    /// <summary>Counts changes, so that the same button pressed twice keeps it once.</summary>
    public int Version { get; set; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ContactImportState
{
    Uploaded,
    Checking,
    Checked,
    Keeping,
    Kept,
    GivenUp,
    Failed,
}

/// <summary>What becomes of one line of a file. It repeats nothing personal.</summary>
public sealed class ContactImportLine
{
    public const int ReasonMaxLength = 200;

    public required Guid ImportId { get; init; }

    /// <summary>As a spreadsheet counts: the headings are line 1.</summary>
    public required int Line { get; init; }

    public required ContactImportFate Fate { get; init; }

    /// <summary>Why it is not taken, or what is to be known about it.</summary>
    public string? Reason { get; init; }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ContactImportFate
{
    NewFamily,
    NewPerson,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>Which heading of the case system's file means what, remembered for the next time.</summary>
public sealed class ContactImportMapping
{
    public const int OnlyId = 1;
    public const int JsonMaxLength = 4_000;

    public int Id { get; private init; } = OnlyId;

    public required string Json { get; set; }
}
