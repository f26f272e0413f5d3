using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration.Words;

/// <summary>
/// Reads a file of phrases: one a line, under headings such as <c>[pain mother changed]</c> that say of whom and of what
/// they are; <c>(parents)</c> at the beginning of a line narrows that one line (docs/features/demonstration.md).
/// </summary>
internal static class PhraseFile
{
    private static readonly Dictionary<string, Speakers> SpeakerWords = Names<Speakers>();
    private static readonly Dictionary<string, Facts> FactWords = Names<Facts>();
    private static readonly Dictionary<string, Tone> ToneWords = Names<Tone>();
    private static readonly Dictionary<string, StoryPart> PartWords = Names<StoryPart>();

    private static readonly HashSet<string> Themes =
        [.. SurveySeeds.Questionnaires().SelectMany(q => q.Questions).OfType<ScoredGroupQuestion>().SelectMany(q => q.ItemKeys)];

    private static readonly HashSet<string> Questions =
        [.. SurveySeeds.Questionnaires().SelectMany(q => q.Questions).OfType<TextQuestion>().Select(q => q.Key)];

    /// <param name="anybody">Who says what does not say who says it.</param>
    /// <exception cref="FormatException">A word of a heading is not known.</exception>
    public static IEnumerable<Phrase> Read(TextReader reader, string path, Speakers anybody)
    {
        var heading = new Phrase("", Tone.Plain, anybody, Facts.None, Theme: null, Question: null, StoryPart.None, Short: false);
        var under = heading;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            if (line[0] == '[')
            {
                under = Narrow(heading, line[1..^1], path);
            }
            else if (line[0] == '(' && line.IndexOf(") ", StringComparison.Ordinal) is > 0 and var end)
            {
                yield return Narrow(under, line[1..end], path) with { Template = line[(end + 2)..] };
            }
            else
            {
                yield return under with { Template = line };
            }
        }
    }

    private static Phrase Narrow(Phrase phrase, string words, string path)
    {
        var speakers = Speakers.None;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (SpeakerWords.TryGetValue(word, out var speaker)) speakers |= speaker;
            else if (FactWords.TryGetValue(word, out var fact)) phrase = phrase with { Facts = phrase.Facts | fact };
            else if (ToneWords.TryGetValue(word, out var tone)) phrase = phrase with { Tone = tone };
            else if (PartWords.TryGetValue(word, out var part)) phrase = phrase with { Part = part };
            else if (word == "short") phrase = phrase with { Short = true };
            else if (Themes.Contains(word)) phrase = phrase with { Theme = word };
            else if (Questions.Contains(word)) phrase = phrase with { Question = word };
            else throw new FormatException($"{path}: '{word}' says nothing about a phrase.");
        }

        return speakers == Speakers.None ? phrase : phrase with { Speakers = speakers };
    }

    private static Dictionary<string, TEnum> Names<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
}
