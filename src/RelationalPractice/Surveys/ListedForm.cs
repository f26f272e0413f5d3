using System.Collections.Frozen;
using System.Numerics;

namespace RelationalPractice.Surveys;

/// <summary>A word of the list, in the forms and with the slips in which it is still recognised.</summary>
internal sealed class ListedForm(string text, int slips)
{
    public const int LettersForOneSlip = 5;
    public const int LettersForTwoSlips = 9;
    private const int ShortestSingular = 3;

    public ListedForm(string text)
        : this(text, text.Length >= LettersForTwoSlips ? 2 : text.Length >= LettersForOneSlip ? 1 : 0)
    {
    }

    public string Text { get; } = text;

    public int Slips { get; } = slips;

    /// <summary>The word, its plurals, and what it is the plural of.</summary>
    public FrozenSet<string> Forms { get; } = FormsOf(text).ToFrozenSet(StringComparer.Ordinal);

    private readonly uint _letters = LettersOf(text);

    /// <summary>Which letters occur, a bit each: two words of which many differ need not be compared.</summary>
    public static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    public bool Means(string written) => Forms.Contains(written) || MayMean(written, LettersOf(written));

    /// <summary>Whether it may be this word with a slip in it.</summary>
    public bool MayMean(string written, uint letters) =>
        Slips > 0 && written.Length > 0 && written[0] == Text[0] && Math.Abs(written.Length - Text.Length) <= Slips
        && BitOperations.PopCount(letters ^ _letters) <= 2 * Slips
        && !TriageSeeds.Everyday.Contains(written) && Spelling.Distance(written, Text) <= Slips;

    private static IEnumerable<string> FormsOf(string word)
    {
        yield return word;
        yield return word + "s";
        yield return word + "es";
        if (word.EndsWith('y'))
        {
            yield return word[..^1] + "ies";
        }

        if (word.EndsWith('f') || word.EndsWith("fe", StringComparison.Ordinal))
        {
            yield return word.TrimEnd('e')[..^1] + "ves";
        }

        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > ShortestSingular)
        {
            yield return word[..^1];
        }
    }
}
