using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;

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

    public bool IsActive => State == ThemeState.Active;

    public ThemeWording Wording => new(Name, Definition, Component, Attribute, Words);

    public ThemeStep Add(ChangeContext context, Chance chance) =>
        Step(AuditEventKind.ThemeAdded, context, Line(ThemeChangeKind.Added, $"As “{Name}”.", context, chance));

    /// <returns>Null when nothing is different.</returns>
    public ThemeStep? Change(ThemeWording to, ChangeContext context, Chance chance)
    {
        var before = Wording;
        if (to == before)
        {
            return null;
        }

        (Name, Definition, Component, Attribute, Words) = (to.Name, to.Definition, to.Component, to.Attribute, to.Words);
        Version++;
        return Step(AuditEventKind.ThemeChanged, context, Line(ThemeChangeKind.Changed, before.WhatDiffers(to), context, chance));
    }

    /// <summary>This theme's codings go to the other, which is for the caller to do in the same transaction.</summary>
    public ThemeStep MergeInto(Theme other, ChangeContext context, Chance chance)
    {
        if (other.Id == Id || !IsActive || !other.IsActive)
        {
            throw new InvalidOperationException("Only a theme in use can be merged, and only into another in use.");
        }

        State = ThemeState.Merged;
        MergedIntoId = other.Id;
        Version++;
        other.Version++;
        return Step(
            AuditEventKind.ThemeMerged,
            context,
            Line(ThemeChangeKind.MergedInto, $"Into “{other.Name}”.", context, chance),
            other.Line(ThemeChangeKind.TookIn, $"“{Name}”.", context, chance));
    }

    /// <summary>A part of this theme's codings goes to a new one, which is for the caller to do in the same transaction.</summary>
    public ThemeStep SplitInto(Theme part, int codings, ChangeContext context, Chance chance)
    {
        Version++;
        var count = codings == 1 ? "1 coding" : $"{codings} codings";
        return Step(
            AuditEventKind.ThemeSplit,
            context,
            Line(ThemeChangeKind.SplitInto, $"“{part.Name}”, with {count}.", context, chance),
            part.Line(ThemeChangeKind.SplitFrom, $"“{Name}”, with {count}.", context, chance));
    }

    /// <returns>Null when it is not in use.</returns>
    public ThemeStep? Retire(string why, ChangeContext context, Chance chance)
    {
        if (!IsActive)
        {
            return null;
        }

        State = ThemeState.Retired;
        Version++;
        return Step(AuditEventKind.ThemeRetired, context, Line(ThemeChangeKind.Retired, why, context, chance));
    }

    /// <returns>Null when it is not retired: a merged theme's codings are the other's by now.</returns>
    public ThemeStep? Restore(ChangeContext context, Chance chance)
    {
        if (State != ThemeState.Retired)
        {
            return null;
        }

        State = ThemeState.Active;
        Version++;
        return Step(AuditEventKind.ThemeRestored, context, Line(ThemeChangeKind.Restored, "In use again.", context, chance));
    }

    private ThemeStep Step(AuditEventKind kind, ChangeContext context, params IReadOnlyList<ThemeChange> changes) =>
        new(changes, AuditEvent.Of(kind, context with { Reason = Name }, Id));

    private ThemeChange Line(ThemeChangeKind kind, string detail, ChangeContext context, Chance chance) => new()
    {
        Id = chance.NewId(),
        ThemeId = Id,
        Kind = kind,
        Detail = detail.Length <= ThemeChange.DetailMaxLength ? detail : $"{CodedStretch.Truncate(detail, ThemeChange.DetailMaxLength - 1)}…",
        ById = context.ActorId,
        AtUtc = context.AtUtc,
    };
}

/// <summary>All of a theme that its editors write.</summary>
public sealed record ThemeWording(string Name, string Definition, ThemeComponent Component, string? Attribute, string Words)
{
    /// <summary>How it was before, in words.</summary>
    public string WhatDiffers(ThemeWording after)
    {
        (string Field, string Before, string After)[] fields =
        [
            ("Name", Name, after.Name),
            ("Component", Component.ToString(), after.Component.ToString()),
            ("Attribute", Attribute ?? "none", after.Attribute ?? "none"),
            ("Definition", Definition, after.Definition),
            ("Words", Words, after.Words),
        ];
        return string.Join(' ', fields.Where(field => field.Before != field.After).Select(field => $"{field.Field} was “{field.Before}”."));
    }
}

/// <summary>The lines of history and of the audit log to keep with a change of the codebook.</summary>
public sealed record ThemeStep(IReadOnlyList<ThemeChange> Changes, AuditEvent Audit);

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
