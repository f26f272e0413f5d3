using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace RelationalPractice.Surveys;

/// <summary>
/// Finds listed words and phrases in what somebody wrote. Case, accents and apostrophes are left aside, a plural counts as its word, and a word of
/// five letters or more may have one slip (a letter too many, missing, another, or two the wrong way round), of nine or more two.
/// The first letter must be right, and a word that is an everyday word of its own ("starting") is no slip of another ("starving").
/// The words of a phrase follow one another within one sentence, or are written as one word.
/// </summary>
public sealed class TriageWords
{
    private const int LettersForOneSlip = 5;
    private const int LettersForTwoSlips = 9;

    private readonly Dictionary<string, List<Entry>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Entry>> _bySlip = [];

    private TriageWords(IEnumerable<string> listed)
    {
        foreach (var text in listed)
        {
            Word[] words = [.. WordsOf(text).Select(word => new Word(word.Folded))];
            if (words.Length == 0)
            {
                continue;
            }

            Add(new Entry(text, words));
            if (words.Length > 1)
            {
                Add(new Entry(text, [new Word(string.Concat(words.Select(word => word.Text)), slips: 0)]));
            }
        }
    }

    public static TriageWords None { get; } = new([]);

    public static TriageWords Of(IEnumerable<string> listed) => new(listed);

    /// <summary>How many letters and digits a text has, as it is compared.</summary>
    public static int LettersIn(string text) => WordsOf(text).Sum(word => word.Folded.Length);

    /// <summary>Each listed word or phrase where it is first met, in the order of the text.</summary>
    public IEnumerable<TriageMatch> Find(string text)
    {
        if (_byForm.Count == 0)
        {
            yield break;
        }

        var written = WordsOf(text);
        var here = new List<Entry>();
        HashSet<string>? found = null;
        for (var at = 0; at < written.Count; at++)
        {
            here.Clear();
            ListStartingAt(at, written, here);
            foreach (var entry in here)
            {
                if ((found ??= new HashSet<string>(StringComparer.Ordinal)).Add(entry.Listed))
                {
                    yield return new TriageMatch(entry.Listed, text[written[at].Start..written[at + entry.Words.Length - 1].End]);
                }
            }
        }
    }

    private void Add(Entry entry)
    {
        var first = entry.Words[0];
        foreach (var form in first.Forms)
        {
            ListIn(_byForm, form).Add(entry);
        }

        if (first.Slips > 0)
        {
            ListIn(_bySlip, first.Text[0]).Add(entry);
        }
    }

    private static List<Entry> ListIn<TKey>(Dictionary<TKey, List<Entry>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }

    private void ListStartingAt(int at, List<WrittenWord> written, List<Entry> here)
    {
        var word = written[at].Folded;
        if (_byForm.TryGetValue(word, out var exact))
        {
            foreach (var entry in exact)
            {
                if (entry.GoesOnFrom(at, written))
                {
                    here.Add(entry);
                }
            }
        }

        // A word that is listed is no slip of another.
        if (here.Count == 0 && word.Length >= LettersForOneSlip - 1 && _bySlip.TryGetValue(word[0], out var near))
        {
            var letters = Word.LettersOf(word);
            foreach (var entry in near)
            {
                if (entry.Words[0].MayMean(word, letters) && entry.GoesOnFrom(at, written))
                {
                    here.Add(entry);
                }
            }
        }
    }

    private static List<WrittenWord> WordsOf(string text)
    {
        var words = new List<WrittenWord>();
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
                words.Add(new WrittenWord(Fold(text.AsSpan(start..end)), start, end, sentence));
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
            words.Add(new WrittenWord(Fold(text.AsSpan(start..end)), start, end, sentence));
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

    /// <param name="Sentence">Which sentence of the text it stands in.</param>
    private readonly record struct WrittenWord(string Folded, int Start, int End, int Sentence);

    private sealed record Entry(string Listed, Word[] Words)
    {
        /// <summary>Whether the words after the first stand there too.</summary>
        public bool GoesOnFrom(int at, List<WrittenWord> written)
        {
            if (at + Words.Length > written.Count || written[at + Words.Length - 1].Sentence != written[at].Sentence)
            {
                return false;
            }

            for (var i = 1; i < Words.Length; i++)
            {
                if (!Words[i].Means(written[at + i].Folded))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class Word(string text, int slips)
    {
        private const int ShortestSingular = 3;

        public Word(string text)
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
            && !TriageSeeds.Everyday.Contains(written) && Distance(written, Text) <= Slips;

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

        // Damerau and Levenshtein: letters put in, left out, changed, or two neighbours the wrong way round.
        private static int Distance(string one, string other)
        {
            Span<int> twoAbove = stackalloc int[other.Length + 1];
            Span<int> above = stackalloc int[other.Length + 1];
            Span<int> row = stackalloc int[other.Length + 1];
            for (var j = 0; j <= other.Length; j++)
            {
                above[j] = j;
            }

            for (var i = 1; i <= one.Length; i++)
            {
                row[0] = i;
                for (var j = 1; j <= other.Length; j++)
                {
                    var changed = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                    row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
                    if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    {
                        row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                    }
                }

                above.CopyTo(twoAbove);
                row.CopyTo(above);
            }

            return above[other.Length];
        }
    }
}

/// <param name="Listed">As it stands in the list.</param>
/// <param name="AsWritten">As the family wrote it.</param>
public sealed record TriageMatch(string Listed, string AsWritten);
