using System.Text.RegularExpressions;

namespace RelationalPractice.Surveys;

/// <summary>Wording in which <c>[[key|words]]</c> marks words that the glossary explains.</summary>
public static partial class GlossaryText
{
    /// <summary>Never throws: whatever is not a whole mark is plain text.</summary>
    public static IReadOnlyList<GlossarySegment> Parse(string wording)
    {
        var segments = new List<GlossarySegment>();
        var from = 0;
        foreach (Match mark in Mark().Matches(wording))
        {
            if (mark.Index > from) segments.Add(new GlossarySegment(wording[from..mark.Index], TermKey: null));
            segments.Add(new GlossarySegment(mark.Groups["words"].Value, mark.Groups["key"].Value));
            from = mark.Index + mark.Length;
        }

        if (from < wording.Length) segments.Add(new GlossarySegment(wording[from..], TermKey: null));
        return segments;
    }

    /// <summary>The wording as it is read aloud, without marks.</summary>
    public static string Plain(string wording) => string.Concat(Parse(wording).Select(segment => segment.Text));

    internal static bool HasMark(string text) =>
        text.Contains("[[", StringComparison.Ordinal) || text.Contains("]]", StringComparison.Ordinal);

    [GeneratedRegex(@"\[\[(?<key>[a-z0-9-]+)\|(?<words>[^\[\]|]+)\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}

/// <param name="TermKey">The glossary term these words are explained by, or null for plain words.</param>
public sealed record GlossarySegment(string Text, string? TermKey);
