using System.Globalization;
using RelationalPractice.Surveys;

namespace RelationalPractice.Administration;

/// <summary>What a leaflet says to one audience in one language, from its file (docs/features/leaflets.md).</summary>
public sealed record LeafletText(
    Audience Audience,
    string Language,
    string LanguageName,
    string Title,
    string Opening,
    LeafletAnswer Answer,
    LeafletPart Choice,
    LeafletPart Why,
    LeafletPart Gains,
    LeafletWays Ways,
    LeafletPart Readers,
    LeafletPart MustAct,
    LeafletTalk Talk,
    LeafletPart Help,
    string Credit)
{
    public bool IsRightToLeft => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft;
}

public record LeafletPart(string Heading, IReadOnlyList<string>? Paragraphs = null, IReadOnlyList<string>? Points = null);

/// <param name="Scan">Stands before the QR code and the address.</param>
/// <param name="Start">What the button of the e-leaflet says.</param>
public sealed record LeafletAnswer(string Heading, string Scan, string Start, IReadOnlyList<string>? Paragraphs = null) : LeafletPart(Heading, Paragraphs);

/// <param name="Call">Stands before a telephone number.</param>
/// <param name="Write">Stands before an e-mail address.</param>
public sealed record LeafletTalk(string Heading, string Call, string Write, IReadOnlyList<string>? Paragraphs = null) : LeafletPart(Heading, Paragraphs);

public sealed record LeafletWays(string Heading, IReadOnlyList<LeafletWay> Ways);

public sealed record LeafletWay(string Title, string Text);
