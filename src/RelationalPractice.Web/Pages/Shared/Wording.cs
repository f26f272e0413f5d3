namespace RelationalPractice.Web.Pages.Shared;

/// <summary>Words of a question, some of which carry a definition.</summary>
/// <param name="Id">Unique on the page; the ids of the definitions begin with it.</param>
public sealed record Wording(string Id, IReadOnlyList<WordingPart> Parts)
{
    public static Wording Plain(string text) => new("", [new WordingPart(text)]);

    /// <summary>Each term once, however often the words use it.</summary>
    public IReadOnlyList<Definition> Definitions => [.. Parts.Select(part => part.Definition).OfType<Definition>().DistinctBy(definition => definition.Key)];

    public string DefinitionId(Definition definition) => $"{Id}-means-{definition.Key}";
}

public sealed record WordingPart(string Text, Definition? Definition = null);

public sealed record Definition(string Key, string Term, string Meaning, string? Source = null);
