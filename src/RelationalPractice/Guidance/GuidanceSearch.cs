using System.Globalization;
using System.Text;

namespace RelationalPractice.Guidance;

/// <summary>
/// Finds sections of guidance by their words. A word also finds its plainest other forms ("listen", "listening", "listened"). Sections with more of
/// the words asked for come first; a word counts for more in a title or heading, and the rarer it is in all the guidance.
/// </summary>
public sealed class GuidanceSearch
{
    public const int QueryMaxLength = 100;
    public const int MostFound = 20;

    private const double TitleWeight = 4;
    private const double HeadingWeight = 6;
    private const int ExcerptWords = 36;
    private const int ExcerptWordsBefore = 10;

    private readonly IReadOnlyList<Entry> _entries;

    public GuidanceSearch(GuidanceLibrary library) =>
        _entries = [.. library.Pages.SelectMany(page => page.Sections, Entry.Of)];

    /// <summary>Pure: the same words always find the same, in the same order. Never throws, whatever is asked for.</summary>
    public IReadOnlyList<GuidanceHit> Find(string? query)
    {
        var asked = Words(query is { Length: > QueryMaxLength } ? query[..QueryMaxLength] : query).Select(word => word.Stem).Distinct(StringComparer.Ordinal).ToList();
        var worth = asked.ToDictionary(stem => stem, stem => Math.Log(1 + ((double)_entries.Count / Math.Max(1, _entries.Count(entry => entry.Has(stem))))), StringComparer.Ordinal);
        return
        [
            .. _entries
                .Select(entry => (Entry: entry, Found: asked.FindAll(entry.Has)))
                .Where(hit => hit.Found.Count > 0)
                .OrderByDescending(hit => hit.Found.Count)
                .ThenByDescending(hit => hit.Found.Sum(stem => hit.Entry.Weight(stem) * worth[stem]))
                .ThenBy(hit => hit.Entry.Page.Order)
                .Take(MostFound)
                .Select(hit => new GuidanceHit(hit.Entry.Page, hit.Entry.Section, Excerpt(hit.Entry, [.. hit.Found])))
        ];
    }

    /// <summary>The plainest endings alone are taken off: a wrong guess at a stem finds what nobody asked for.</summary>
    internal static string Stem(string word)
    {
        foreach (var (ending, instead, least) in ((string, string, int)[])[("ies", "y", 3), ("ing", "", 4), ("ed", "", 4), ("s", "", 3)])
        {
            if (word.Length >= least + ending.Length && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                word = word[..^ending.Length] + instead;
                break;
            }
        }

        // "judging" and "judge", "running" and "run".
        if (word.Length > 4 && word[^1] == word[^2] && word[^1] is not ('s' or 'l' or 'e')) return word[..^1];
        return word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
    }

    private static List<ExcerptPart> Excerpt(Entry entry, HashSet<string> found)
    {
        var words = entry.Body;
        var first = Math.Max(0, words.FindIndex(word => found.Contains(word.Stem)) - ExcerptWordsBefore);
        var shown = words.Skip(first).Take(ExcerptWords).ToList();
        if (shown.Count == 0) return [];

        var text = entry.Section.Text;
        var parts = new List<ExcerptPart>();
        var at = shown[0].Start;
        if (first > 0) parts.Add(new ExcerptPart("… ", IsFound: false));
        foreach (var word in shown.Where(word => found.Contains(word.Stem)))
        {
            if (word.Start > at) parts.Add(new ExcerptPart(text[at..word.Start], IsFound: false));
            parts.Add(new ExcerptPart(text[word.Start..word.End], IsFound: true));
            at = word.End;
        }

        var whole = first + shown.Count == words.Count;
        var end = whole ? text.Length : shown[^1].End;
        if (end > at) parts.Add(new ExcerptPart(text[at..end], IsFound: false));
        if (!whole) parts.Add(new ExcerptPart(" …", IsFound: false));
        return parts;
    }

    private static List<Word> Words(string? text)
    {
        text ??= "";
        var words = new List<Word>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inWord = at < text.Length && (char.IsLetterOrDigit(text[at]) || (start >= 0 && IsApostropheInside(text, at)));
            if (inWord && start < 0) start = at;
            if (inWord || start < 0) continue;
            words.Add(new Word(start, at, Stem(Plain(text[start..at]))));
            start = -1;
        }

        return words;
    }

    private static bool IsApostropheInside(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    /// <summary>Lower case, without accents and without the ’s of "the child’s".</summary>
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (letter is '\'' or '’') break;
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(letter);
        }

        return plain.ToString();
    }

    private sealed record Word(int Start, int End, string Stem);

    private sealed record Entry(GuidancePage Page, GuidanceSection Section, List<Word> Body, IReadOnlyDictionary<string, double> Weights)
    {
        public static Entry Of(GuidancePage page, GuidanceSection section)
        {
            var body = Words(section.Text);
            var weights = new Dictionary<string, double>(StringComparer.Ordinal);
            void Add(IEnumerable<Word> words, double weight)
            {
                foreach (var word in words) weights[word.Stem] = weights.GetValueOrDefault(word.Stem) + weight;
            }

            Add(body, 1);
            Add(Words(section.Heading), HeadingWeight);
            // The title stands over every section; it finds the page by its opening.
            if (section.Heading is null) Add(Words(page.Title), TitleWeight + HeadingWeight);
            return new Entry(page, section, body, weights);
        }

        public bool Has(string stem) => Weights.ContainsKey(stem);

        public double Weight(string stem) => Weights[stem];
    }
}

/// <summary>A section that was found.</summary>
public sealed record GuidanceHit(GuidancePage Page, GuidanceSection Section, IReadOnlyList<ExcerptPart> Excerpt);

public sealed record ExcerptPart(string Text, bool IsFound);
