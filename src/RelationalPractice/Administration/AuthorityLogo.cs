namespace RelationalPractice.Administration;

/// <summary>The authority's own mark, printed on leaflets.</summary>
public sealed class AuthorityLogo
{
    public const int OnlyId = 1;
    public const int ContentMaxLength = 500_000;

    public int Id { get; private init; } = OnlyId;

    /// <summary>A PNG or JPEG.</summary>
    public required byte[] Content { get; set; }

    public required string ContentType { get; set; }
}

/// <summary>The authority's own paragraph on its leaflet for one audience in one language.</summary>
public sealed class LeafletWords
{
    public const int WordsMaxLength = 600;

    public required Surveys.Audience Audience { get; init; }

    public required string Language { get; init; }

    public required string Words { get; set; }
}
