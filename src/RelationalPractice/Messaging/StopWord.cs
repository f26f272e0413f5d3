using System.Text;

namespace RelationalPractice.Messaging;

/// <summary>
/// Whether a text that came back asks for no more texts. It is read kindly: whoever is understood wrongly is asked once less for feedback;
/// whoever is not understood gets texts they do not want.
/// </summary>
public static class StopWord
{
    private static readonly HashSet<string> Words =
        new(["stop", "stopp", "stopall", "unsubscribe", "unsub", "optout", "quit", "end", "cancel"], StringComparer.Ordinal);

    private static readonly HashSet<string> Politeness = new(["please", "pls", "plz"], StringComparer.Ordinal);

    public static bool IsIn(string? text)
    {
        var words = WordsOf(text ?? "");
        // "S T O P", "opt out", "un-subscribe": written apart.
        return Words.Contains(string.Concat(words))
            || words.SkipWhile(Politeness.Contains).FirstOrDefault() is { } first && Words.Contains(first);
    }

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, word.ToString()] : words;
    }
}
