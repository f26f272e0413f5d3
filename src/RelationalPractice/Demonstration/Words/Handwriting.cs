using System.Text;

namespace RelationalPractice.Demonstration.Words;

/// <summary>How a person types: all in small letters, without apostrophes, in one breath, with slips, loudly, with little pictures.</summary>
internal sealed class Handwriting
{
    private static readonly Dictionary<string, string[]> Slips = new(StringComparer.Ordinal)
    {
        ["their"] = ["there", "thier"],
        ["there"] = ["their"],
        ["because"] = ["cos", "becuase", "becos"],
        ["definitely"] = ["definatly"],
        ["really"] = ["realy"],
        ["believe"] = ["beleive"],
        ["receive"] = ["recieve"],
        ["tomorrow"] = ["tommorow"],
        ["until"] = ["untill"],
        ["friend"] = ["freind"],
        ["people"] = ["poeple"],
        ["appointment"] = ["apointment"],
        ["different"] = ["diffrent"],
        ["to"] = ["too"],
        ["know"] = ["no"],
        ["than"] = ["then"],
        ["your"] = ["ur"],
        ["you"] = ["u"],
        ["through"] = ["threw", "thru"],
        ["brought"] = ["bought"],
        ["always"] = ["allways"],
        ["together"] = ["togther"],
        ["meeting"] = ["meating", "meetin"],
        ["support"] = ["suport"],
        ["with"] = ["wiv", "wth"],
        ["explained"] = ["explaned"],
        ["school"] = ["shcool"],
        ["children"] = ["childern"],
        ["social"] = ["socail"],
        ["honest"] = ["onest"],
        ["went"] = ["whent"],
        ["were"] = ["was"],
        ["before"] = ["befor"],
        ["something"] = ["somethink"],
        ["anything"] = ["anythink"],
        ["nothing"] = ["nothink"],
        ["and"] = ["an", "&"],
        ["the"] = ["teh"],
        ["happened"] = ["happend"],
        ["listens"] = ["lissens"],
        ["that"] = ["thta"],
    };

    private static readonly string[] Warm = ["❤️", "🙏", "😊", "💕", "🥰", "👏", "🌟"];
    private static readonly string[] Sore = ["😢", "😞", "💔", "😡", "😔", "🙄"];
    private static readonly string[] Neither = ["🤷‍♀️", "😅", "👍🏽", "🙂", "👨‍👩‍👧"];

    // Words that open a sentence and are no names.
    private static readonly HashSet<string> OpeningWords = new(StringComparer.Ordinal)
    {
        "A", "All", "And", "As", "At", "But", "Every", "Everyone", "Everything", "For", "From", "Give", "Having", "He", "If", "In", "It", "It's", "Let", "More",
        "My", "New", "No", "Nobody", "Not", "Nothing", "On", "One", "Only", "Our", "People", "Same", "She", "So", "Some", "Tell", "That", "The", "Then",
        "There", "They", "Things", "This", "Very", "We", "What", "When", "Yes", "You",
    };

    private readonly bool _small;
    private readonly bool _noApostrophes;
    private readonly bool _oneBreath;
    private readonly bool _noLastStop;
    private readonly bool _loud;
    private readonly double _slips;
    private readonly double _pictures;

    public Handwriting(Speakers speaker, Dice dice)
    {
        var young = (speaker & Speakers.Young) != Speakers.None;
        _small = dice.Happens(speaker switch { Speakers.Teenager => 0.45, Speakers.Child => 0.3, Speakers.Grandmother or Speakers.Foster => 0.04, _ => 0.2 });
        _noApostrophes = dice.Happens(_small || speaker == Speakers.Child ? 0.6 : 0.08);
        _oneBreath = dice.Happens(_small ? 0.3 : 0.05);
        _noLastStop = dice.Happens(_small || young ? 0.6 : 0.1);
        _loud = dice.Happens(0.02) && (speaker & (Speakers.Foster | Speakers.Grandmother)) == Speakers.None;
        _slips = dice.Happens(_small ? 0.6 : speaker == Speakers.Child ? 0.5 : 0.15) ? 0.12 : 0;
        _pictures = dice.Happens(speaker switch { Speakers.Teenager => 0.2, Speakers.Child => 0.15, Speakers.Mother => 0.09, _ => 0.02 }) ? 0.4 : 0;
    }

    public string Write(string text, Tone tone, Dice dice)
    {
        if (_slips > 0) text = WithSlips(text, dice);
        if (_oneBreath) text = InOneBreath(text, dice);
        if (_noApostrophes) text = text.Replace("'", "", StringComparison.Ordinal);
        if (_noLastStop) text = text.TrimEnd('.');
        if (_small) text = text.ToLowerInvariant();
        if (_loud && dice.Happens(0.3)) text = Loud(text, dice);
        return dice.Happens(_pictures) ? $"{text} {Picture(tone, dice)}" : text;
    }

    private static string Picture(Tone tone, Dice dice)
    {
        var picture = dice.Of<string>(tone switch { Tone.Praise => Warm, Tone.Pain => Sore, _ => Neither });
        return dice.Happens(0.2) ? picture + picture : picture;
    }

    private string WithSlips(string text, Dice dice)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (Slips.TryGetValue(words[i], out var slips) && dice.Happens(_slips)) words[i] = dice.Of<string>(slips);
        }

        return string.Join(' ', words);
    }

    private static string InOneBreath(string text, Dice dice)
    {
        var sentences = text.Split(". ");
        var breath = new StringBuilder(sentences[0]);
        foreach (var sentence in sentences.AsSpan(1))
        {
            var small = SmallFirstLetter(sentence);
            breath.Append(small.StartsWith("and ", StringComparison.Ordinal) ? " " : dice.Of(" and ", ", ", " ", " and then ", ". ")).Append(small);
        }

        return breath.ToString();
    }

    private static string Loud(string text, Dice dice)
    {
        var sentences = text.Split(". ");
        var at = dice.Below(sentences.Length);
        sentences[at] = sentences[at].ToUpperInvariant().TrimEnd('.');
        return string.Join(". ", sentences) + (at == sentences.Length - 1 ? "!!" : "");
    }

    /// <summary>As it stands after a comma: names and "I" keep their capital.</summary>
    public static string SmallFirstLetter(string sentence) =>
        OpeningWords.Contains(sentence[..Math.Max(0, sentence.IndexOf(' ', StringComparison.Ordinal))])
            ? char.ToLowerInvariant(sentence[0]) + sentence[1..]
            : sentence;
}
