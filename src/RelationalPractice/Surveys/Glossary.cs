namespace RelationalPractice.Surveys;

/// <summary>The words a family can have explained where they read them.</summary>
public sealed class Glossary
{
    private readonly Dictionary<string, GlossaryTerm> _byKey;

    public Glossary(string version, string language, IReadOnlyList<GlossaryTerm> terms)
    {
        Version = version;
        Language = language;
        Terms = terms;
        _byKey = terms.ToDictionary(term => term.Key, StringComparer.Ordinal);
    }

    public string Version { get; }

    public string Language { get; }

    public IReadOnlyList<GlossaryTerm> Terms { get; }

    public GlossaryTerm? Find(string key) => _byKey.GetValueOrDefault(key);
}

/// <param name="Source">Whose words the definition rests on.</param>
public sealed record GlossaryTerm(string Key, string Term, string Definition, string Source)
{
    public const int TermMaxLength = 80;
    public const int DefinitionMaxLength = 600;
    public const int SourceMaxLength = 200;
}
