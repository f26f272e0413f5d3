using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class QuestionnaireFileKeyTests
{
    [Theory]
    [InlineData("$.key", "A")]
    [InlineData("$.key", "a")]
    [InlineData("$.key", "Sample")]
    [InlineData("$.key", "1st")]
    [InlineData("$.key", "with space")]
    [InlineData("$.key", "with_line")]
    [InlineData("$.key", "newline\\n")]
    [InlineData("$.key", "schlüssel")]
    [InlineData("$.key", "abcdefghijklmnopqrstuvwxyzabcdef")]
    [InlineData("$.questions[1].key", "-team")]
    [InlineData("$.questions[2].items[0].key", "Fair")]
    [InlineData("$.questions[4].options[0].key", "")]
    public void Load_KeyNotInThePattern_IsRefused(string place, string key) =>
        Refusal.With(place, $"\"{key}\"", "must be a key: lower-case letters, digits and hyphens");

    [Fact]
    public void Load_KeyOfTheGreatestLength_IsRead()
    {
        var json = SampleQuestionnaire.Json();
        json["key"] = new string('a', Question.KeyMaxLength);

        SampleQuestionnaire.Load(json).Key.Length.ShouldBe(Question.KeyMaxLength);
    }

    [Theory]
    [InlineData("$.questions[1].key", "story")]
    [InlineData("$.questions[2].items[1].key", "fair")]
    [InlineData("$.questions[2].items[0].key", "team")]
    [InlineData("$.questions[3].items[0].key", "kind")]
    [InlineData("$.questions[4].options[1].key", "yes")]
    public void Load_KeyUsedTwice_IsRefused(string place, string key) =>
        Refusal.With(place, $"\"{key}\"", $"{key} is used twice");

    [Fact]
    public void Load_NumberUsedTwice_IsRefused() => Refusal.With("$.questions[3].number", "1", "1 is used twice");

    [Fact]
    public void Load_NumbersWithAGap_AreRefused() =>
        Refusal.With("$.questions[4].number", "6", "numbers must run 1, 2, 3 … in the order of the questions");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("51")]
    [InlineData("99999999999")]
    public void Load_NumberOutOfBounds_IsRefused(string number) =>
        Refusal.With("$.questions[0].number", number, "must be a whole number from 1 to 50");

    [Theory]
    [InlineData("$.questions[2].scale[0].value", "0")]
    [InlineData("$.questions[2].scale[4].value", "6")]
    [InlineData("$.questions[3].scale[1].value", "3")]
    public void Load_ScaleNotOneToFiveInOrder_IsRefused(string place, string value) =>
        Refusal.With(place, value, "the scale must hold exactly the five values 1, 2, 3, 4, 5, in this order");

    [Fact]
    public void Load_ScaleOfFourPoints_IsRefused() => Refusal.Without(
        "$.questions[3].scale[4]",
        "must hold exactly the five values 1, 2, 3, 4, 5, in this order",
        saidOf: "$.questions[3].scale");

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    public void Load_HelpForNoScoreOrEveryScore_IsRefused(string atMost) =>
        Refusal.With("$.questions[3].items[0].helpWhenAtMost", atMost, "must be a whole number from 1 to 4");

    [Fact]
    public void Load_UnknownAnswerType_IsRefusedNamingTheKnown() => Refusal.With(
        "$.questions[1].type",
        "\"slider\"",
        "must be one of long-text, short-text, scale-group, dial-group, single-choice");

    [Fact]
    public void Load_UnknownAudience_IsRefused() =>
        Refusal.With("$.audience", "\"everyone\"", "must be one of parent-carer, young-person");

    [Fact]
    public void Load_UnknownTier_IsRefused() =>
        Refusal.With("$.ways[0].tier", "\"untraceable\"", "must be one of named, worker-only, anonymous");

    [Fact]
    public void Load_TierTwice_IsRefused() => Refusal.With("$.ways[2].tier", "\"named\"", "named is used twice");

    [Fact]
    public void Load_TierLeftOut_IsRefused() =>
        Refusal.Without("$.ways[0]", "must hold 3 entries, not 2", saidOf: "$.ways");

    [Theory]
    [InlineData("$.questions[2].items", 0, ScoredGroupQuestion.ItemsMax)]
    [InlineData("$.questions[4].options", 1, SingleChoiceQuestion.OptionsMax)]
    [InlineData("$.questions", 0, Questionnaire.QuestionsMax)]
    public void Load_TooFewOrTooManyEntries_AreRefused(string place, int tooFew, int max)
    {
        Refusal.With(place, Entries(tooFew), "must hold");
        Refusal.With(place, Entries(max + 1), $"to {max} entries, not {max + 1}");
    }

    private static string Entries(int count) => $"[{string.Join(',', Enumerable.Repeat(0, count))}]";
}
