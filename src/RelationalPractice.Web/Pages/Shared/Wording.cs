using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>
/// Words of a question, some of which the glossary explains. It writes itself, because a partial view for each of the many
/// wordings of a page costs more than the page (docs/performance.md).
/// </summary>
/// <param name="Id">Unique on the page; the ids of the definitions begin with it.</param>
public sealed record Wording(string Id, IReadOnlyList<WordingPart> Parts) : IHtmlContent
{
    /// <summary>Each term once, however often the words use it.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; } = [.. Parts.Select(part => part.Term).OfType<GlossaryTerm>().Distinct()];

    /// <param name="marked">Wording with glossary marks, see <see cref="GlossaryText"/>.</param>
    public static Wording Of(string id, string marked, Glossary glossary) =>
        new(id, [.. GlossaryText.Parse(marked).Select(segment => new WordingPart(segment.Text, segment.TermKey is { } key ? glossary.Find(key) : null))]);

    public string MeaningId(GlossaryTerm term) => $"{Id}-means-{term.Key}";

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in Parts)
        {
            if (part.Term is { } term)
            {
                writer.Write("<span class=\"practice-term\" data-definition=\"");
                encoder.Encode(writer, MeaningId(term));
                writer.Write("\">");
                encoder.Encode(writer, part.Text);
                writer.Write("</span>");
            }
            else
            {
                encoder.Encode(writer, part.Text);
            }
        }
    }
}

public sealed record WordingPart(string Text, GlossaryTerm? Term);
