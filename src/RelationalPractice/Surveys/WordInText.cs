using System.Globalization;
using System.Text;

namespace RelationalPractice.Surveys;

/// <summary>A word where it stands in a text, in any script.</summary>
/// <param name="Folded">To compare: in small letters, without accents and apostrophes.</param>
/// <param name="Start">In UTF-16 units, like <paramref name="End"/>, which is exclusive.</param>
/// <param name="Sentence">Which sentence of the text it stands in.</param>
internal readonly record struct WordInText(string Folded, int Start, int End, int Sentence)
{
    public static List<WordInText> Of(string text)
    {
        var words = new List<WordInText>();
        var (start, end, sentence) = (-1, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var (isLetter, isMark, length) = KindOf(text, at);
            if (start < 0 && isLetter)
            {
                start = at;
            }
            else if (start >= 0 && !isLetter && !isMark && !IsApostrophe(text[at]))
            {
                words.Add(new WordInText(Fold(text.AsSpan(start..end)), start, end, sentence));
                start = -1;
            }

            if (EndsSentence(text[at]))
            {
                sentence++;
            }

            at += length;
            if (isLetter || isMark)
            {
                end = at;
            }
        }

        if (start >= 0)
        {
            words.Add(new WordInText(Fold(text.AsSpan(start..end)), start, end, sentence));
        }

        return words;
    }

    private static (bool IsLetter, bool IsMark, int Length) KindOf(string text, int at)
    {
        if (char.IsAscii(text[at]))
        {
            return (char.IsAsciiLetterOrDigit(text[at]), false, 1);
        }

        // Half a surrogate pair is no letter.
        _ = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
        var kind = Rune.GetUnicodeCategory(rune);
        return (Rune.IsLetterOrDigit(rune), kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark, length);
    }

    private static bool IsApostrophe(int value) => value is '\'' or 0x2019 or 0x02BC;

    private static bool EndsSentence(int value) =>
        value is '.' or '!' or '?' or ';' or ':' or '\n' or 0x2026 or 0x061F or 0x06D4 or 0x0964 or 0x3002 or 0xFF01 or 0xFF1F;

    private static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word) && !word.Contains('\''))
        {
            return word.ToString().ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (!IsApostrophe(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
