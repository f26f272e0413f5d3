using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RelationalPractice.Guidance;

/// <summary>Reads a guidance page: lines of "name: value" between two lines of three dashes, then Markdown whose headings have two hashes.</summary>
public static partial class GuidanceFile
{
    private const string Fence = "---";
    private const string HeadingMark = "## ";

    /// <exception cref="FormatException">Something that every page needs is missing or is not what it says.</exception>
    public static GuidancePage Parse(string slug, string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0) throw new FormatException($"{slug}: no facts between two lines of '{Fence}' at its head.");

        var facts = lines[1..end]
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(fact => fact[0], fact => fact.Length == 2 ? fact[1] : "", StringComparer.Ordinal);
        string Fact(string name) =>
            facts.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw new FormatException($"{slug}: '{name}' is missing.");
        DateOnly Day(string name) => DateOnly.TryParseExact(Fact(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{slug}: '{name}' is not a day such as 2026-11-22.");

        return new GuidancePage(
            slug, Fact("title"), Fact("source"), Fact("author"), Fact("country"), Fact("published"), Day("reviewed-on"), Day("review-by"),
            int.Parse(Fact("order"), CultureInfo.InvariantCulture), [.. Sections(lines[(end + 1)..])]);
    }

    /// <summary>Without marks for lists, strength and links, each block on one line.</summary>
    internal static string Plain(string markdown)
    {
        var unmarked = ListMark().Replace(markdown, "");
        unmarked = Link().Replace(unmarked, "${words}").Replace("**", "", StringComparison.Ordinal);
        return LineBreak().Replace(unmarked, " ").Trim();
    }

    private static IEnumerable<GuidanceSection> Sections(string[] lines)
    {
        string? heading = null;
        var body = new StringBuilder();
        foreach (var line in lines)
        {
            if (!line.StartsWith(HeadingMark, StringComparison.Ordinal))
            {
                body.Append(line).Append('\n');
                continue;
            }

            yield return Section(heading, body.ToString());
            heading = line[HeadingMark.Length..].Trim();
            body.Clear();
        }

        yield return Section(heading, body.ToString());
    }

    private static GuidanceSection Section(string? heading, string markdown) =>
        new(heading is null ? null : NotInAnchor().Replace(heading.ToLowerInvariant(), "-").Trim('-'), heading, markdown.Trim());

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^(- |\d+\. )", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreak();
}
