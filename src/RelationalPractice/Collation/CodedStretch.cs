using System.Runtime.InteropServices;
using System.Text;

namespace RelationalPractice.Collation;

/// <summary>Where coded words stand in an answer: Unicode code points from 0, the end exclusive, as REFI-QDA counts. Never half a character.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CodedStretch(int Start, int End)
{
    /// <summary>How often <see cref="Find"/> found the words when it gives no stretch.</summary>
    public enum Finding
    {
        Once,
        Nowhere,
        MoreThanOnce,
    }

    public bool FitsIn(string text) => Start >= 0 && End > Start && End <= Count(text);

    /// <summary>The words of the stretch. Whatever lies outside the text is left out.</summary>
    public string Of(string text)
    {
        var (from, to) = (Units(text, Start), Units(text, End));
        return from < to ? text[from..to] : "";
    }

    /// <summary>
    /// Looks for words as somebody typed or copied them. Each white space stands for any other, because a field of one line
    /// holds no new line.
    /// </summary>
    public static (CodedStretch Stretch, Finding Finding) Find(string text, string words)
    {
        var (whole, part) = (Even(text), Even(words));
        var at = part.Length == 0 ? -1 : whole.IndexOf(part, StringComparison.Ordinal);
        if (at < 0 || CutsACharacter(whole, at) || CutsACharacter(whole, at + part.Length))
        {
            return (default, Finding.Nowhere);
        }

        if (whole.IndexOf(part, at + 1, StringComparison.Ordinal) >= 0)
        {
            return (default, Finding.MoreThanOnce);
        }

        var start = Count(text.AsSpan(0, at));
        return (new CodedStretch(start, start + Count(words)), Finding.Once);
    }

    /// <summary>Whether these are the words that stand there, white space of any kind taken as the same.</summary>
    public bool Holds(string text, string words) => FitsIn(text) && string.Equals(Even(Of(text)), Even(words), StringComparison.Ordinal);

    /// <summary>The first so many code points, fewer UTF-16 units than <paramref name="units"/> or as many.</summary>
    public static string Truncate(string text, int units) =>
        text.Length <= units ? text : text[..(char.IsHighSurrogate(text[units - 1]) ? units - 1 : units)];

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static int Units(string text, int codePoints)
    {
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- <= 0)
            {
                break;
            }

            units += rune.Utf16SequenceLength;
        }

        return units;
    }

    private static bool CutsACharacter(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]);

    private static string Even(string text) => string.Create(text.Length, text, (even, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            even[i] = char.IsWhiteSpace(from[i]) ? ' ' : from[i];
        }
    });
}
