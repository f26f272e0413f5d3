using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration.Words;

/// <summary>Writes one family's answers to the open questions: which they skip, how long they go on, and what they say.</summary>
internal sealed class AnswerWords
{
    // Room for handwriting and a last sentence under the limit of an answer.
    private const int LongestStory = 4_900 - 250;

    private static readonly string[] Turns = ["But ", "Having said that, ", "On the other hand ", "Then again ", "At the same time "];

    // A second sentence that answers yes or no again, or wants nothing changed again, sounds like a machine.
    private static readonly string[] OnlyFirst = ["Yes", "No", "Not", "Sort of", "Some of it", "I think so", "Nothing", "Only", "None"];

    private readonly PhraseStock _stock = PhraseStock.Instance;
    private readonly HashSet<Phrase> _said = [];
    private readonly Family _family;
    private readonly Mood _mood;
    private readonly Dice _dice;
    private readonly Handwriting _hand;
    private readonly Effort _effort;
    private readonly string _folder;
    private readonly string? _language;
    private int _givesAway;
    private bool _toldStory;

    public AnswerWords(Audience audience, Family family, Mood mood, Dice dice)
    {
        (_family, _mood, _dice) = (family, mood, dice);
        _folder = AudienceSlug.Of(audience);
        _hand = new Handwriting(family.Speaker, dice);
        _language = SpeaksAnotherLanguage() ? dice.Of<string>([.. _stock.Languages]) : null;
        _effort = mood.AllFives ? Effort.Nothing : mood.BadlyTreated ? Effort.Full : EffortOf(family.Speaker, dice);
        _givesAway = dice.Happens(0.13) ? dice.Between(1, 2) : 0;
    }

    private enum Effort
    {
        Nothing,
        Short,
        Ordinary,
        Full,
        Story,
        LongStory,
    }

    /// <summary>Null when the question is skipped.</summary>
    public string? Answer(TextQuestion question)
    {
        if (_dice.Happens(Skips())) return null;
        var (closeness, opening) = question.Key switch
        {
            "situation" or "about" => (0, true),
            "others" => (0.35, false),
            "change" or "anything" => (0.8, false),
            _ => (1.0, false),
        };
        var tone = opening ? Tone.Plain : _mood.BadlyTreated ? Tone.Pain : _mood.ToneFor(_dice, closeness);
        var text = _language is not null ? InAnotherLanguage(question.Key, tone)
            : _mood.BadlyTreated && Pick("badly", tone, p => p.Question == question.Key) is { } told ? Say(told)
            : opening ? Opening(question.Key)
            : Said(question.Key, tone);
        if (text is null) return null;
        if (_language is null) text = _hand.Write(GivingAway(text), tone, _dice);
        return text.Length <= question.MaxLength ? text : null;
    }

    private string GivingAway(string text)
    {
        if (_givesAway == 0 || text.Length < 12 || _dice.Happens(0.4) || Pick("identities", Tone.Plain, _ => true) is not { } identity) return text;
        _givesAway--;
        return $"{text}{(char.IsLetterOrDigit(text[^1]) ? ". " : " ")}{Say(identity)}";
    }

    private static Effort EffortOf(Speakers speaker, Dice dice) => (Effort)(1 + (speaker switch
    {
        Speakers.Child => dice.Weighted(0.45, 0.46, 0.08, 0.01),
        Speakers.Teenager => dice.Weighted(0.38, 0.44, 0.145, 0.03, 0.005),
        _ => dice.Weighted(0.24, 0.5, 0.215, 0.04, 0.005),
    }));

    private double Skips() => _effort switch
    {
        Effort.Nothing => 1,
        Effort.Short => 0.35,
        Effort.Ordinary => 0.14,
        _ => 0.06,
    };

    private bool SpeaksAnotherLanguage() => _family.WorkerIsShe && !_mood.BadlyTreated
        && (_family.Speaker == Speakers.Mother ? _dice.Happens(0.08) : _family.Speaker == Speakers.Teenager && _dice.Happens(0.03));

    private string? Opening(string question) =>
        Pick(question, Tone.Plain, p => p.Short == (_effort == Effort.Short)) is { } phrase ? Say(phrase) : null;

    private string? Said(string question, Tone tone)
    {
        if (_effort == Effort.Short) return Pick(question, tone, p => p.Short) is { } curt ? Say(curt) : null;
        if (_effort >= Effort.Story && !_toldStory && question is "impact" or "better" or "anything")
        {
            _toldStory = true;
            if (Story(tone) is { } story) return story;
        }

        var length = _effort == Effort.Ordinary ? _dice.Weighted(0, 0.55, 0.35, 0.1) : _dice.Between(2, question is "rights" or "change" ? 3 : 5);
        return tone == Tone.Both && question is "impact" or "better" or "others" ? InTwoMinds(question, length) : Sentences(question, tone, length);
    }

    private string? InTwoMinds(string question, int length)
    {
        if (_dice.Happens(0.55) || length == 1) return Sentences(question, Tone.Both, length);
        var (first, second) = _dice.Happens(0.65) ? (Tone.Praise, Tone.Pain) : (Tone.Pain, Tone.Praise);
        var half = (length + 1) / 2;
        if (Sentences(question, first, half) is not { } before || Sentences(question, second, half) is not { } after) return null;
        return before + (_dice.Happens(0.6) ? $" {_dice.Of<string>(Turns)}{Handwriting.SmallFirstLetter(after)}" : $" {after}");
    }

    private string? Sentences(string question, Tone tone, int count)
    {
        var said = new List<string>(count);
        for (var i = 0; i < count && Next(question, tone, first: i == 0) is { } phrase; i++) said.Add(Say(phrase));
        return said.Count == 0 ? null : Join(said);
    }

    private Phrase? Next(string question, Tone tone, bool first)
    {
        var theme = _dice.Happens(0.6) ? _mood.ThemeFor(tone, _dice) : null;
        return (theme is null ? null : Pick(question, tone, p => p.Theme == theme && Fits(p)))
            ?? Pick(question, tone, Fits)
            ?? Pick(question, tone == Tone.Plain ? Tone.Both : Tone.Plain, Fits);

        bool Fits(Phrase phrase) =>
            !phrase.Short && (first || !Array.Exists(OnlyFirst, start => phrase.Template.StartsWith(start, StringComparison.Ordinal)));
    }

    private string? Story(Tone tone)
    {
        if (tone == Tone.Plain) tone = Tone.Both;
        var middles = _effort == Effort.LongStory ? int.MaxValue : _dice.Between(3, 4);
        var parts = new List<string>();
        Add(Part(StoryPart.Opening, Tone.Both));
        for (var i = 0; i < middles && Length() < LongestStory - 500; i++)
        {
            var felt = tone == Tone.Both ? (_dice.Happens(0.5) ? Tone.Praise : Tone.Pain) : tone;
            if (!Add(Part(StoryPart.Middle, felt) ?? MoreOf(felt))) break;
            if (i == 1) Add(Part(StoryPart.Turn, Tone.Both));
        }

        Add(Part(StoryPart.Close, tone) ?? Part(StoryPart.Close, Tone.Both));
        return parts.Count < 2 ? null : string.Join("\n\n", parts);

        int Length() => parts.Sum(part => part.Length + 2);
        bool Add(string? part)
        {
            if (part is null || Length() + part.Length > LongestStory) return false;
            parts.Add(part);
            return true;
        }
    }

    private string? Part(StoryPart part, Tone tone) => Pick("stories", tone, p => p.Part == part) is { } phrase ? Say(phrase) : null;

    private string? MoreOf(Tone tone) => Sentences(_folder == AudienceSlug.YoungPerson ? "better" : "impact", tone, 4);

    private string? InAnotherLanguage(string question, Tone tone)
    {
        var said = new List<string>();
        for (var i = _effort >= Effort.Full ? 2 : 1; i > 0; i--)
        {
            if (_stock.Pick(_language!, _family, _dice, p => p.Question == question && p.Tone == tone && !_said.Contains(p)) is { } phrase) said.Add(Say(phrase));
        }

        return said.Count == 0 ? null : string.Join(' ', said);
    }

    private Phrase? Pick(string shelf, Tone tone, Func<Phrase, bool> wanted)
    {
        var path = shelf == "identities" ? shelf : $"{_folder}/{shelf}";
        return _stock.Pick(path, _family, _dice, p => p.Tone == tone && wanted(p) && !_said.Contains(p));
    }

    private string Say(Phrase phrase)
    {
        _said.Add(phrase);
        return PhraseText.Write(phrase, _family, _dice);
    }

    private string Join(List<string> sentences) =>
        sentences.Count > 3 ? $"{string.Join(' ', sentences.Take(2))}\n\n{string.Join(' ', sentences.Skip(2))}" : string.Join(' ', sentences);
}
