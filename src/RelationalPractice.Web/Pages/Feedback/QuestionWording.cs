using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Shared;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>A question's words with the definitions a family can open in place.</summary>
public static class QuestionWording
{
    public static Wording Of(string id, string wording, Glossary glossary) => new(id,
    [
        .. GlossaryText.Parse(wording).Select(segment => new WordingPart(segment.Text, DefinitionOf(segment.TermKey, glossary))),
    ]);

    private static Definition? DefinitionOf(string? key, Glossary glossary) =>
        key is not null && glossary.Find(key) is { } term ? new Definition(term.Key, term.Term, term.Definition, term.Source) : null;
}
