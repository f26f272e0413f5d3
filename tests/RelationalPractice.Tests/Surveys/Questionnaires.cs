using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;

namespace RelationalPractice.Tests.Surveys;

/// <summary>Generates questionnaires that keep every rule of the file.</summary>
public static class Questionnaires
{
    private static readonly Gen<string> Words =
        from text in Written.Text
        let clean = WrittenText.Clean(text.Replace('[', '(').Replace(']', ')'))
        select WrittenText.Clean("w" + clean[..Math.Min(clean.Length, 20)]);

    private static readonly Gen<string> MarkedWords =
        from words in Words
        from marked in Gen.Elements("", " [[trust|trusting them]]", " [[trust|信頼]] too")
        select words + marked;

    private static readonly Gen<string?> Note =
        from words in Words
        from missing in Gen.Elements(true, false)
        select missing ? null : words;

    private static readonly Gen<IReadOnlyList<ScalePoint>> Scale =
        from labels in Words.ListOf(ScalePoint.Highest)
        select (IReadOnlyList<ScalePoint>)[.. labels.Select((label, index) => new ScalePoint(index + 1, label))];

    private static readonly Gen<IReadOnlyList<WayToAnswer>> Ways =
        from tiers in Gen.Shuffle(Tier.Named, Tier.WorkerOnly, Tier.Anonymous)
        from titles in Words.ListOf(3)
        from purposes in Words.ListOf(3)
        select (IReadOnlyList<WayToAnswer>)[.. tiers.Select((tier, index) => new WayToAnswer(tier, titles[index], purposes[index]))];

    public static Gen<Questionnaire> Any { get; } =
        from audience in Gen.Elements(Audience.ParentCarer, Audience.YoungPerson)
        from language in Gen.Elements("en", "cy", "zh-Hant", "ar")
        from texts in Words.ListOf(3)
        from ways in Ways
        from note in Note
        from count in Gen.Choose(1, 8)
        from questions in Gen.CollectToList(Enumerable.Range(1, count), QuestionOf)
        select new Questionnaire(
            "generated", "1.0-a", audience, language, texts[0], texts[1], ways, texts[2], note, [.. questions]);

    private static Gen<Question> QuestionOf(int number) =>
        from label in Words
        from wording in MarkedWords
        from help in Note
        from stem in Note
        from notSure in Words
        from items in Items(number)
        from scale in Scale
        from options in Options
        from type in Gen.Choose(1, 5)
        let key = $"question-{number}"
        select type switch
        {
            1 => new LongTextQuestion(key, number, label, wording, help),
            2 => new ShortTextQuestion(key, number, label, wording, help),
            3 => new ScaleGroupQuestion(key, number, label, wording, help, stem, items, scale),
            4 => new DialGroupQuestion(key, number, label, wording, help, items, scale, notSure),
            _ => (Question)new SingleChoiceQuestion(key, number, label, wording, help, options),
        };

    private static Gen<IReadOnlyList<ScaleItem>> Items(int number) =>
        from wordings in MarkedWords.NonEmptyListOf()
        from helps in Gen.Elements<int?>(null, 1, 2, 4).ListOf(wordings.Count)
        select (IReadOnlyList<ScaleItem>)[.. wordings.Take(ScoredGroupQuestion.ItemsMax)
            .Select((wording, index) => new ScaleItem($"item-{number}-{index}", wording, helps[index]))];

    private static Gen<IReadOnlyList<ChoiceOption>> Options =>
        from count in Gen.Choose(SingleChoiceQuestion.OptionsMin, SingleChoiceQuestion.OptionsMax)
        from labels in Words.ListOf(count)
        select (IReadOnlyList<ChoiceOption>)[.. labels.Select((label, index) => new ChoiceOption($"option-{index}", label))];
}
