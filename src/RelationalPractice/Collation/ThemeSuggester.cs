namespace RelationalPractice.Collation;

/// <summary>
/// Ranks themes for an answer, from the codebook's words and from what people coded before. It reads nothing from outside, and a person
/// decides (docs/features/collation.md, Suggestions).
/// </summary>
public sealed class ThemeSuggester
{
    public const int Suggestions = 3;

    // Of a few that were tried on the demonstration's phrases (ThemeSuggesterQualityTests).
    private const double Learned = 1.5;
    private const double Least = 0.5;

    // So much of a word's background frequency is given to every theme before anything was coded: few codings say little.
    private const double Prior = 40;

    private readonly IReadOnlyList<WordList> _lists;
    private readonly IReadOnlyDictionary<Guid, Dictionary<string, int>> _seen;
    private readonly Dictionary<string, int> _background = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _sizes = [];
    private readonly int _size;

    public ThemeSuggester(IEnumerable<SuggestedTheme> themes, IEnumerable<CodedWords> codedBefore)
    {
        _lists = Lists([.. themes]);
        var known = _lists.Select(list => list.ThemeId).ToHashSet();
        var seen = new Dictionary<Guid, Dictionary<string, int>>();
        foreach (var coded in codedBefore.Where(coded => known.Contains(coded.ThemeId)))
        {
            if (!seen.TryGetValue(coded.ThemeId, out var counts)) seen[coded.ThemeId] = counts = new(StringComparer.Ordinal);
            foreach (var token in coded.Tokens)
            {
                counts[token] = counts.GetValueOrDefault(token) + 1;
                _background[token] = _background.GetValueOrDefault(token) + 1;
            }
        }

        _seen = seen;
        foreach (var (theme, counts) in seen) _sizes[theme] = counts.Values.Sum();
        _size = _sizes.Values.Sum();
    }

    /// <summary>The likeliest first; fewer than <see cref="Suggestions"/>, or none, when nothing speaks for more.</summary>
    public IReadOnlyList<ThemeSuggestion> Suggest(string questionKey, string text)
    {
        var tokens = ThemeTokens.Of(text);
        var distinct = CodedWords.Learned(questionKey, tokens);
        return
        [
            .. _lists
                .Select(list => new ThemeSuggestion(list.ThemeId, list.Score(tokens) + (Learned * LogOdds(list.ThemeId, distinct))))
                .Where(suggestion => suggestion.Score >= Least)
                .OrderByDescending(suggestion => suggestion.Score)
                .ThenBy(suggestion => suggestion.ThemeId)
                .Take(Suggestions),
        ];
    }

    /// <summary>
    /// How much likelier the words are under this theme than under all others together: the sum of each word's log-odds, the counts
    /// smoothed towards the word's frequency in all that was coded (Monroe, Colaresi and Quinn 2008), shared out over the root of the length so that
    /// a long answer is not sure of everything.
    /// </summary>
    private double LogOdds(Guid theme, IReadOnlyList<string> tokens)
    {
        if (!_seen.TryGetValue(theme, out var counts) || _sizes[theme] == _size)
        {
            return 0;
        }

        double sum = 0;
        foreach (var token in tokens)
        {
            if (!_background.TryGetValue(token, out var everywhere)) continue;
            var here = counts.GetValueOrDefault(token);
            var prior = Prior * everywhere / _size;
            sum += Logit(here + prior, _sizes[theme] + Prior) - Logit(everywhere - here + prior, _size - _sizes[theme] + Prior);
        }

        return sum / Math.Sqrt(Math.Max(1, tokens.Count));
    }

    private static double Logit(double count, double of) => Math.Log(count / (of - count));

    private static IReadOnlyList<WordList> Lists(IReadOnlyList<SuggestedTheme> themes)
    {
        var phrases = themes.ToDictionary(theme => theme.Id, theme => PhrasesOf(theme.Words));
        var shared = phrases.Values.SelectMany(list => list).CountBy(phrase => string.Join(' ', phrase), StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. phrases.Select(list => new WordList(
                list.Key,
                [.. list.Value.Select(phrase => new Weighed(phrase, Math.Sqrt(phrase.Count) / shared[string.Join(' ', phrase)]))])),
        ];
    }

    private static IReadOnlyList<IReadOnlyList<string>> PhrasesOf(string words) =>
    [
        .. words.Split([',', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(ThemeTokens.Of)
            .Where(phrase => phrase.Count > 0)
            .DistinctBy(phrase => string.Join(' ', phrase), StringComparer.Ordinal),
    ];

    private sealed record Weighed(IReadOnlyList<string> Phrase, double Weight);

    private sealed record WordList(Guid ThemeId, IReadOnlyList<Weighed> Phrases)
    {
        // Each phrase counts once, however often it is said; a phrase that several themes list counts less.
        public double Score(IReadOnlyList<string> tokens) => Phrases.Where(weighed => Stands(weighed.Phrase, tokens)).Sum(weighed => weighed.Weight);

        private static bool Stands(IReadOnlyList<string> phrase, IReadOnlyList<string> tokens)
        {
            for (var at = 0; at + phrase.Count <= tokens.Count; at++)
            {
                var same = 0;
                while (same < phrase.Count && string.Equals(phrase[same], tokens[at + same], StringComparison.Ordinal)) same++;
                if (same == phrase.Count) return true;
            }

            return false;
        }
    }
}

/// <param name="Words">Words and phrases that suggest it, with commas between them.</param>
public sealed record SuggestedTheme(Guid Id, string Words);

/// <summary>Words that somebody coded with a theme.</summary>
/// <param name="Tokens">Each once.</param>
public sealed record CodedWords(Guid ResponseId, Guid ThemeId, IReadOnlyList<string> Tokens)
{
    public static CodedWords Of(Guid responseId, Guid themeId, string questionKey, string text) =>
        new(responseId, themeId, Learned(questionKey, ThemeTokens.Of(text)));

    // What was asked says something about what is answered; the mark keeps it apart from the same word in an answer.
    internal static IReadOnlyList<string> Learned(string questionKey, IEnumerable<string> tokens) =>
        [.. tokens.Append($"?{questionKey}").Distinct(StringComparer.Ordinal)];
}

public sealed record ThemeSuggestion(Guid ThemeId, double Score);
