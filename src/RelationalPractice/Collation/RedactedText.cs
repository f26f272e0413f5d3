using System.Text;

namespace RelationalPractice.Collation;

/// <summary>An answer with its hidden stretches taken out. What is hidden never appears in anything these functions return as visible.</summary>
public static class RedactedText
{
    /// <summary>What stands in the place of hidden words.</summary>
    public static string Label(RedactionKind kind) => kind switch
    {
        RedactionKind.Name => "[name]",
        RedactionKind.Telephone => "[telephone number]",
        RedactionKind.Email => "[e-mail address]",
        RedactionKind.Address => "[address]",
        RedactionKind.Postcode => "[postcode]",
        RedactionKind.DateOfBirth => "[date]",
        RedactionKind.CaseNumber => "[case number]",
        RedactionKind.NhsNumber => "[NHS number]",
        RedactionKind.SocialHandle => "[account name]",
        RedactionKind.School => "[school]",
        RedactionKind.Other => "[hidden]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The text as it may be seen outside the quality team.</summary>
    public static string Of(string text, IEnumerable<Redaction> redactions)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var part in Parts(text, redactions))
        {
            visible.Append(part.Hidden is { } kind ? Label(kind) : part.Words);
        }

        return visible.ToString();
    }

    /// <summary>The whole text in order, cut where something hidden begins and ends. Stretches that overlap are one.</summary>
    public static IReadOnlyList<TextPart> Parts(string text, IEnumerable<Redaction> redactions)
    {
        var measured = new CodePointText(text);
        var parts = new List<TextPart>();
        var shown = 0;
        foreach (var (stretch, kind) in Merged(measured, redactions))
        {
            AddVisible(stretch.Start);
            parts.Add(new TextPart(measured.Words(stretch), kind));
            shown = stretch.End;
        }

        AddVisible(measured.Length);
        return parts;

        void AddVisible(int end)
        {
            if (end > shown)
            {
                parts.Add(new TextPart(measured.Words(new Stretch(shown, end)), Hidden: null));
            }
        }
    }

    /// <summary>Every place in which these very words stand, in the order of the text.</summary>
    public static IReadOnlyList<Stretch> PlacesOf(string text, string words)
    {
        var measured = new CodePointText(text);
        var places = new List<Stretch>();
        for (var at = 0; words.Length > 0 && (at = text.IndexOf(words, at, StringComparison.Ordinal)) >= 0; at += words.Length)
        {
            if (measured.SnapUnits(at, words.Length) is { } place)
            {
                places.Add(place);
            }
        }

        return places;
    }

    /// <summary>Whether words for others, such as a reason, repeat something that is hidden.</summary>
    public static bool IsRepeatedIn(string? words, IEnumerable<string> hidden) =>
        words is not null && hidden.Any(h => WholeWords.In(words, h).Any());

    private static List<(Stretch Stretch, RedactionKind Kind)> Merged(CodePointText text, IEnumerable<Redaction> redactions)
    {
        var merged = new List<(Stretch Stretch, RedactionKind Kind)>();
        foreach (var redaction in redactions.Where(r => r.Hidden).OrderBy(r => r.Start).ThenByDescending(r => r.End))
        {
            if (text.Snap(redaction.Start, redaction.End) is not { } stretch)
            {
                continue;
            }

            if (merged is [.., var last] && last.Stretch.Overlaps(stretch))
            {
                merged[^1] = (last.Stretch.With(stretch), last.Kind);
            }
            else
            {
                merged.Add((stretch, redaction.Kind));
            }
        }

        return merged;
    }
}

/// <param name="Words">As the family wrote them, also where they are hidden.</param>
/// <param name="Hidden">Null for what may be seen.</param>
public sealed record TextPart(string Words, RedactionKind? Hidden);
