using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class DialGroupQuestionTests
{
    private static readonly DialGroupQuestion Dials = SampleQuestionnaire.Question<DialGroupQuestion>();

    [Fact]
    public void Read_Score_IsAScore() =>
        Dials.ReadPosted(("safe", "2")).Values["safe"].ShouldBe(AnswerValue.OfScore(2));

    [Fact]
    public void Read_NotSure_IsAnAnswerButNoScore()
    {
        var value = Dials.ReadPosted(("safe", "not-sure")).Values["safe"];

        value.ShouldBe(AnswerValue.OfChoice(DialGroupQuestion.NotSure));
        value.Score.ShouldBeNull();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("not sure")]
    [InlineData("1,not-sure")]
    public void Read_NotOnTheDial_IsRefused(string posted) =>
        Dials.ReadPosted(("safe", posted)).Problems
            .ShouldBe([new AnswerProblem("safe", "Choose one of the answers for “I feel safe”, or leave it blank")]);

    [Theory]
    [InlineData("3", "3 – in the middle")]
    [InlineData("not-sure", "not sure")]
    [InlineData("", null)]
    public void Lines_Answer_IsInTheWordsOfTheDial(string posted, string? words) =>
        Dials.Lines(Dials.ReadPosted(("safe", posted)).Values).ShouldBe([new AnswerLine("safe", "I feel safe", words)]);

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", true)]
    [InlineData("3", false)]
    [InlineData("5", false)]
    [InlineData("not-sure", false)]
    [InlineData("", false)]
    [InlineData("abc", false)]
    public void OffersHelp_OnlyForScoresAtOrUnderTheFlag(string posted, bool offers) =>
        Dials.OffersHelp(Dials.ReadPosted(("safe", posted)).Values).ShouldBe(offers);

    [Fact]
    public void OffersHelp_ItemWithoutTheFlag_Never()
    {
        var withoutFlag = Dials with { Items = [Dials.Items[0] with { HelpWhenAtMost = null }] };

        withoutFlag.OffersHelp(withoutFlag.ReadPosted(("safe", "1")).Values).ShouldBeFalse();
    }
}
