using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RelationalPractice.Collation;

/// <summary>Names as people type them: without regard to case, accents, apostrophes and the ways of joining parts.</summary>
public static partial class NameWords
{
    // Letters that are no letter with a mark in Unicode, yet are typed without it.
    private static readonly Dictionary<char, string> PlainLetters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ħ'] = "h",
    };

    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "rev", "the", "my", "our", "a", "social", "worker", "sw", "team", "and", "from", "called", "named", "is", "was", "her", "his", "name", "i", "think",
    };

    /// <summary>Lower case without marks; empty when there is no letter.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (PlainLetters.TryGetValue(letter, out var plain))
            {
                folded.Append(plain);
            }
            else if (char.IsLetter(letter) || char.IsDigit(letter) || char.IsSurrogate(letter))
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a name in the order in which they stand, titles and words like "my social worker" left out.</summary>
    public static IReadOnlyList<string> Of(string? name) =>
    [
        .. Word().Matches(name ?? "")
            .Select(word => Fold(word.Value))
            .Where(word => word.Length > 0 && !NoNames.Contains(word)),
    ];

    [GeneratedRegex(@"[\p{L}\p{M}'’`]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
