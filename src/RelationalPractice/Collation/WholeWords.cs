namespace RelationalPractice.Collation;

/// <summary>Where words stand in a text, whatever their case, and not inside longer words. Places are UTF-16 units.</summary>
internal static class WholeWords
{
    public static IEnumerable<int> In(string text, string words)
    {
        if (words.Length == 0)
        {
            yield break;
        }

        for (var at = 0; (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += words.Length)
        {
            if (!IsInsideAWord(text, at) && !IsInsideAWord(text, at + words.Length))
            {
                yield return at;
            }
        }
    }

    private static bool IsInsideAWord(string text, int place) =>
        place > 0 && place < text.Length && char.IsLetterOrDigit(text[place - 1]) && char.IsLetterOrDigit(text[place]);
}
