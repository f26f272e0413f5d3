namespace RelationalPractice.Surveys;

/// <summary>
/// Finds listed words and phrases in what somebody wrote. Case, accents and apostrophes are left aside, a plural counts as its word, and a word of
/// five letters or more may have one slip (a letter too many, missing, another, or two the wrong way round), of nine or more two.
/// The first letter must be right, and a word that is an everyday word of its own ("starting") is no slip of another ("starving").
/// The words of a phrase follow one another within one sentence, or are written as one word.
/// </summary>
public sealed class TriageWords
{
    private readonly Dictionary<string, List<Entry>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Entry>> _bySlip = [];

    private TriageWords(IEnumerable<string> listed)
    {
        foreach (var text in listed)
        {
            ListedForm[] words = [.. WordInText.Of(text).Select(word => new ListedForm(word.Folded))];
            if (words.Length == 0)
            {
                continue;
            }

            Add(new Entry(text, words));
            if (words.Length > 1)
            {
                Add(new Entry(text, [new ListedForm(string.Concat(words.Select(word => word.Text)), slips: 0)]));
            }
        }
    }

    public static TriageWords None { get; } = new([]);

    public static TriageWords Of(IEnumerable<string> listed) => new(listed);

    /// <summary>How many letters and digits a text has, as it is compared.</summary>
    public static int LettersIn(string text) => WordInText.Of(text).Sum(word => word.Folded.Length);

    /// <summary>Each listed word or phrase where it is first met, in the order of the text.</summary>
    public IEnumerable<TriageMatch> Find(string text)
    {
        if (_byForm.Count == 0)
        {
            yield break;
        }

        var written = WordInText.Of(text);
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

    private void ListStartingAt(int at, List<WordInText> written, List<Entry> here)
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
        if (here.Count == 0 && word.Length >= ListedForm.LettersForOneSlip - 1 && _bySlip.TryGetValue(word[0], out var near))
        {
            var letters = ListedForm.LettersOf(word);
            foreach (var entry in near)
            {
                if (entry.Words[0].MayMean(word, letters) && entry.GoesOnFrom(at, written))
                {
                    here.Add(entry);
                }
            }
        }
    }

    private sealed record Entry(string Listed, ListedForm[] Words)
    {
        /// <summary>Whether the words after the first stand there too.</summary>
        public bool GoesOnFrom(int at, List<WordInText> written)
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
}

/// <param name="Listed">As it stands in the list.</param>
/// <param name="AsWritten">As the family wrote it.</param>
public sealed record TriageMatch(string Listed, string AsWritten);
