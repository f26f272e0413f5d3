namespace RelationalPractice.Collation;

/// <summary>
/// Words made comparable: small letters, endings of plurals and verbs taken off, one word for he, she and they. English; in other
/// languages the words themselves are compared.
/// </summary>
public static class ThemeTokens
{
    private static readonly Dictionary<string, string> Pronouns = new(StringComparer.Ordinal)
    {
        ["he"] = "they",
        ["she"] = "they",
        ["him"] = "them",
        ["her"] = "them",
        ["his"] = "them",
        ["hers"] = "them",
        ["their"] = "them",
    };

    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = new List<string>();
        Span<char> word = stackalloc char[40];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                // Nobody writes longer words; what runs on is no word to learn from.
                if (length < word.Length) word[length++] = char.ToLowerInvariant(character);
            }
            else if (character is not ('\'' or '’'))
            {
                Take(word[..length]);
                length = 0;
            }
        }

        Take(word[..length]);
        return tokens;

        void Take(ReadOnlySpan<char> letters)
        {
            if (letters.Length > 0) tokens.Add(Stem(letters.ToString()));
        }
    }

    internal static string Stem(string word)
    {
        if (Pronouns.TryGetValue(word, out var pronoun)) return pronoun;
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal)) return Single(word[..^3]);
        if (word.Length > 4 && word.EndsWith("ied", StringComparison.Ordinal)) return $"{word[..^3]}y";
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal)) return $"{word[..^3]}y";
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal)) return Single(word[..^2]);
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) return WithoutE(word[..^1]);
        return WithoutE(word);
    }

    // "stopped" and "stop", "judging" and "judge" come out the same.
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'e') ? stem[..^1] : WithoutE(stem);

    private static string WithoutE(string stem) => stem.Length > 4 && stem[^1] == 'e' ? stem[..^1] : stem;
}
