using System.Text.Json;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SurveyAnswersTests
{
    private static readonly Questionnaire Sample = SampleQuestionnaire.Load();

    [Fact]
    public void ToJson_EveryKindOfAnswer_IsReadBack()
    {
        var answers = new SurveyAnswers(
        [
            new("story", AnswerValue.OfText("مرحبا 😀\n\"<b>\"")),
            new("fair", AnswerValue.OfScore(4)),
            new("safe", AnswerValue.OfChoice("not-sure")),
        ]);

        answers.ToJson().ShouldBe("""{"fair":{"score":4},"safe":{"choice":"not-sure"},"story":{"text":"مرحبا \uD83D\uDE00\n\"<b>\""}}""");
        SurveyAnswers.FromJson(answers.ToJson()).ShouldBe(answers);
    }

    [Fact]
    public void FromJson_None_IsNone() => SurveyAnswers.FromJson("{}").ShouldBe(SurveyAnswers.None);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"a\":null}")]
    [InlineData("{\"a\":{\"score\":1},\"a\":{\"score\":2}}")]
    [InlineData("{\"a\":\"text\"}")]
    [InlineData("{\"a\":{}}")]
    [InlineData("{\"a\":{\"score\":6}}")]
    [InlineData("{\"a\":{\"score\":\"1\"}}")]
    [InlineData("{\"a\":{\"text\":\"\"}}")]
    [InlineData("{\"a\":{\"text\":\"x\",\"score\":1}}")]
    [InlineData("{\"a\":{\"colour\":\"red\"}}")]
    public void FromJson_NotAnswers_IsRefused(string json) =>
        Should.Throw<JsonException>(() => SurveyAnswers.FromJson(json));

    [Fact]
    public void With_QuestionAnsweredAnew_ForgetsWhatItNoLongerSays()
    {
        var scores = Sample.Find("scores")!;
        var dials = Sample.Find("dials")!;
        var before = SurveyAnswers.None
            .With(dials, dials.ReadPosted(("safe", "4")))
            .With(scores, scores.ReadPosted(("fair", "1"), ("kind", "2")));

        var after = before.With(scores, scores.ReadPosted(("kind", "5")));

        after.ShouldBe(new SurveyAnswers([new("safe", AnswerValue.OfScore(4)), new("kind", AnswerValue.OfScore(5))]));
        before.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("safe", 2, true)]
    [InlineData("safe", 3, false)]
    [InlineData("kind", 1, true)]
    [InlineData("kind", 2, false)]
    [InlineData("fair", 1, false)]
    public void Raised_FollowsTheFlagOnTheItem(string item, int score, bool raised) =>
        new SurveyAnswers([new(item, AnswerValue.OfScore(score))]).Raised(Sample, TriageWords.None).ShouldBe(raised);

    [Fact]
    public void Raised_NothingAnswered_IsNot() => SurveyAnswers.None.Raised(Sample, TriageWords.None).ShouldBeFalse();

    [Fact]
    public void Equals_OtherOrderOfTheSameAnswers_IsTheSame()
    {
        KeyValuePair<string, AnswerValue> first = new("a", AnswerValue.OfScore(1)), second = new("b", AnswerValue.OfScore(2));

        new SurveyAnswers([first, second]).ShouldBe(new SurveyAnswers([second, first]));
        new SurveyAnswers([first, second]).GetHashCode().ShouldBe(new SurveyAnswers([second, first]).GetHashCode());
        new SurveyAnswers([first]).ShouldNotBe(new SurveyAnswers([second]));
    }

    [Fact]
    public void OfText_NoWords_IsNoAnswer() => Should.Throw<ArgumentException>(() => AnswerValue.OfText(" \0 "));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void OfScore_OffTheScale_IsNoAnswer(int score) =>
        Should.Throw<ArgumentOutOfRangeException>(() => AnswerValue.OfScore(score));
}
