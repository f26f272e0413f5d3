using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class ScaleGroupQuestionTests
{
    private static readonly ScaleGroupQuestion Scores = SampleQuestionnaire.Question<ScaleGroupQuestion>();

    [Fact]
    public void Read_NothingChosen_IsSkippedWithoutAProblem()
    {
        var reading = Scores.ReadPosted(("fair", ""));

        reading.Values.ShouldBeEmpty();
        reading.HasProblems.ShouldBeFalse();
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("3", 3)]
    [InlineData("5", 5)]
    public void Read_OneItemScored_KeepsItAndLeavesTheOther(string posted, int score)
    {
        var reading = Scores.ReadPosted(("kind", posted));

        reading.Values.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, AnswerValue>("kind", AnswerValue.OfScore(score)));
        reading.HasProblems.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("03")]
    [InlineData("3.0")]
    [InlineData("٣")]
    [InlineData("1,2")]
    [InlineData("3,3")]
    [InlineData("not-sure")]
    public void Read_NotOnTheScale_IsRefusedAndTheRestKept(string posted)
    {
        var reading = Scores.ReadPosted(("fair", posted), ("kind", "4"));

        reading.Problems.ShouldBe(
            [new AnswerProblem("fair", "Choose a number from 1 to 5 for “My worker is fair”, or leave it blank")]);
        reading.Values.Keys.ShouldBe(["kind"]);
        reading.Typed.ShouldBe(new Dictionary<string, string> { ["fair"] = posted, ["kind"] = "4" });
    }

    [Fact]
    public void Lines_PartlyAnswered_NameEveryItemInOrder() =>
        Scores.Lines(SurveyAnswers.None.With(Scores, Scores.ReadPosted(("kind", "4")))).ShouldBe(
        [
            new AnswerLine("fair", "My worker is fair", Words: null),
            new AnswerLine("kind", "My worker is kind", "4 – rather yes"),
        ]);

    [Fact]
    public void Sentence_WithoutAStem_IsTheItemItself() =>
        (Scores with { Stem = null }).Sentence(Scores.Items[0]).ShouldBe("is fair");
}
