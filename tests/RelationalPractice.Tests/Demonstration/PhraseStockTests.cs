using RelationalPractice.Demonstration;
using RelationalPractice.Demonstration.Words;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed class PhraseStockTests
{
    private static readonly List<(string Shelf, Phrase Phrase)> All =
        [.. PhraseStock.Instance.Shelves.SelectMany(shelf => shelf.Value.Select(phrase => (shelf.Key, phrase)))];

    [Fact]
    public void Stock_IsRich() => All.Count.ShouldBeGreaterThan(1_000);

    [Fact]
    public void Phrases_EveryOne_CanBeSaidBySomebodyAndLeavesNoTemplateBehind()
    {
        var families = Families();
        foreach (var (shelf, phrase) in All)
        {
            var speakers = families.Where(phrase.Suits).ToList();
            speakers.ShouldNotBeEmpty($"{shelf}: nobody can say “{phrase.Template}”");
            var dice = new Dice(3);
            foreach (var said in speakers.Take(20).Select(family => PhraseText.Write(phrase, family, dice)))
            {
                said.ShouldNotBeNullOrWhiteSpace();
                said.IndexOfAny(['<', '>', '{', '}', '|']).ShouldBe(-1, $"{shelf}: {said}");
            }
        }
    }

    [Fact]
    public void Phrases_OnOneShelf_AreNotRepeated()
    {
        foreach (var (shelf, phrases) in PhraseStock.Instance.Shelves)
        {
            phrases.GroupBy(p => p with { Theme = null, Tone = Tone.Plain }).Where(same => same.Count() > 1 && !same.Key.Short)
                .Select(same => same.Key.Template).ShouldBeEmpty(shelf);
        }
    }

    public static IEnumerable<object[]> TextQuestions => SurveySeeds.Questionnaires()
        .SelectMany(q => q.Questions.OfType<TextQuestion>().Select(question => new object[] { AudienceSlug.Of(q.Audience), question.Key }));

    [Theory]
    [MemberData(nameof(TextQuestions))]
    public void Shelves_EveryOpenQuestion_HasOneWithShortAndLongWords(string audience, string question)
    {
        var phrases = PhraseStock.Instance.Shelves[$"{audience}/{question}"];

        phrases.ShouldContain(phrase => phrase.Short);
        phrases.Count(phrase => !phrase.Short).ShouldBeGreaterThan(15);
        if (question is "situation" or "about") return;
        foreach (var tone in new[] { Tone.Praise, Tone.Pain, Tone.Both })
        {
            phrases.ShouldContain(phrase => phrase.Tone == tone && phrase.Short);
            phrases.ShouldContain(phrase => phrase.Tone == tone && !phrase.Short);
        }
    }

    [Fact]
    public void Languages_Eight_AnswerEveryQuestionOfAMother()
    {
        PhraseStock.Instance.Languages.Count.ShouldBe(8);
        foreach (var language in PhraseStock.Instance.Languages)
        {
            PhraseStock.Instance.Shelves[language].Where(phrase => phrase.Speakers == Speakers.Mother).Select(phrase => phrase.Question).Distinct()
                .ShouldBe(["situation", "rights", "impact", "others", "change", "anything"], ignoreOrder: true, language);
        }
    }

    [Fact]
    public void Read_UnknownWordInAHeading_IsRefusedByName()
    {
        var refused = Should.Throw<FormatException>(() => PhraseFile.Read(new StringReader("[praise aunt]\nLovely."), "x.txt", Speakers.Family).ToList());

        refused.Message.ShouldBe("x.txt: 'aunt' says nothing about a phrase.");
    }

    [Fact]
    public void Read_LineWithItsOwnWords_NarrowsThatLineOnly()
    {
        var phrases = PhraseFile.Read(new StringReader("[pain trust]\n(parents changed) First.\nSecond."), "x.txt", Speakers.Family).ToList();

        phrases.Select(p => (p.Template, p.Tone, p.Theme, p.Speakers, p.Facts)).ShouldBe(
        [
            ("First.", Tone.Pain, "trust", Speakers.Parents, Facts.Changed),
            ("Second.", Tone.Pain, "trust", Speakers.Family, Facts.None),
        ]);
    }

    private static List<Family> Families()
    {
        var workers = InventedResponses.Workers(seed: 1);
        var arrivals = new Arrivals(3_000, seed: 1, InventedResponses.Today);
        return [.. Enumerable.Range(0, 3_000)
            .Select(number => ResponsePlan.Of(number, 1, arrivals, workers))
            .Select(plan => new Family(plan, InventedResponses.Today, Dice.For(1, Dice.Stream.Words, plan.Number)))];
    }
}
