using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>Words of a question, some of which the glossary explains.</summary>
/// <param name="Id">Unique on the page; the ids of the definitions begin with it.</param>
public sealed record Wording(string Id, IReadOnlyList<WordingPart> Parts)
{
    /// <summary>Each term once, however often the words use it.</summary>
    public IReadOnlyList<GlossaryTerm> Terms => [.. Parts.Select(part => part.Term).OfType<GlossaryTerm>().Distinct()];

    /// <param name="marked">Wording with glossary marks, see <see cref="GlossaryText"/>.</param>
    public static Wording Of(string id, string marked, Glossary glossary) =>
        new(id, [.. GlossaryText.Parse(marked).Select(segment => new WordingPart(segment.Text, segment.TermKey is { } key ? glossary.Find(key) : null))]);

    public string MeaningId(GlossaryTerm term) => $"{Id}-means-{term.Key}";
}

public sealed record WordingPart(string Text, GlossaryTerm? Term);
