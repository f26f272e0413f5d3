namespace RelationalPractice.Surveys;

/// <summary>A version of a questionnaire as published. Never changed: a response keeps the version it answered.</summary>
public sealed class PublishedQuestionnaire
{
    public const int KeyMaxLength = 40;
    public const int VersionMaxLength = 40;
    public const int LanguageMaxLength = 20;

    public required Guid Id { get; init; }

    public required Audience Audience { get; init; }

    public required string Language { get; init; }

    public required string Version { get; init; }

    /// <summary>The definition in the format of docs/data/questionnaire-format.md.</summary>
    public required string Definition { get; init; }

    /// <summary>The one that is asked now, of its audience and language.</summary>
    public bool Current { get; set; }
}
