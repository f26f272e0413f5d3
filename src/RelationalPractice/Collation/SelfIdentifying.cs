using System.Text.RegularExpressions;

namespace RelationalPractice.Collation;

/// <summary>
/// Phrases by which a worker may guess who wrote a response without a name: "as the only…", "my three boys". They are pointed out to think about; to
/// hide them is no rule, for they are often the heart of what is said.
/// </summary>
public static partial class SelfIdentifying
{
    private const int Timeout = 2000;

    private static readonly IReadOnlyList<string> Rare = CollationSeeds.Lines("rare-circumstances");

    /// <returns>The phrases in the order of the text, each once.</returns>
    public static IReadOnlyList<string> Find(string text)
    {
        var found = new List<(int Start, int End)>();
        foreach (var match in Patterns().SelectMany(pattern => pattern.Matches(text)).OrderBy(match => match.Index).ThenByDescending(match => match.Length))
        {
            Add(match.Index, match.Index + match.Length);
        }

        foreach (var rare in Rare)
        {
            var start = text.Replace('’', '\'').IndexOf(rare, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && (start == 0 || !char.IsLetter(text[start - 1])) && (start + rare.Length == text.Length || !char.IsLetter(text[start + rare.Length])))
            {
                Add(start, start + rare.Length);
            }
        }

        return [.. found.Order().Select(place => text[place.Start..place.End]).Distinct(StringComparer.OrdinalIgnoreCase)];

        void Add(int start, int end)
        {
            if (!found.Exists(other => start < other.End && other.Start < end))
            {
                found.Add((start, end));
            }
        }
    }

    private static IEnumerable<Regex> Patterns() => [TheOnly(), MyChildren(), AsSomebody(), MyWork(), MyAge()];

    [GeneratedRegex(@"\b(?:as|being|i['’]?m|i am|we['’]?re|we are|i was|was|were)\s+(?:one of\s+)?the only\b(?:\s+[\p{L}'’-]+){0,4}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex TheOnly();

    [GeneratedRegex(@"\b(?:my|our|all|the)\s+(?:(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)\s+(?:[\p{L}-]+\s+)?(?:boys?|girls?|sons?|daughters?|kids?|children|bairns|babies|grandchildren|siblings|brothers|sisters)|twins|triplets)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex MyChildren();

    [GeneratedRegex(@"\b(?:as|being|i['’]?m|i am)\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){1,3}(?:mum|mam|mom|mother|dad|father|parent|carer|nan|nana|gran|grandmother|grandad|grandfather|grandparent|aunt|auntie|uncle|woman|man|family)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex AsSomebody();

    [GeneratedRegex(@"\b(?:i work (?:as|at|for)|i used to be an?|my job as)\s+(?:[\p{L}'’-]+\s*){1,4}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex MyWork();

    [GeneratedRegex(@"\b(?:i['’]?m|i am|aged?)\s+\d{2}\b(?!\s*(?:weeks?|months?|minutes?|miles|%))(?:\s+and\s+[\p{L}'’]+(?:\s+[\p{L}'’]+){0,4})?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex MyAge();
}
