using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SingleChoiceQuestionTests
{
    private static readonly SingleChoiceQuestion Again = SampleQuestionnaire.Question<SingleChoiceQuestion>();

    [Fact]
    public void Read_NothingChosen_IsSkippedWithoutAProblem()
    {
        Again.ReadPosted().Values.ShouldBeEmpty();
        Again.ReadPosted().HasProblems.ShouldBeFalse();
    }

    [Fact]
    public void Read_Option_IsKept() => Again.ReadPosted(("again", "later")).Values["again"].Choice.ShouldBe("later");

    [Theory]
    [InlineData("never")]
    [InlineData("Later")]
    [InlineData("yes,later")]
    public void Read_NotAnOption_IsRefusedAndKeptAsTyped(string posted)
    {
        var reading = Again.ReadPosted(("again", posted));

        reading.Problems.ShouldBe([new AnswerProblem("again", "Choose one of the answers in the list, or leave it blank")]);
        reading.Values.ShouldBeEmpty();
        reading.Typed["again"].ShouldBe(posted);
    }

    [Fact]
    public void Lines_Chosen_AreTheLabel() =>
        Again.Lines(Again.ReadPosted(("again", "later")).Values).ShouldBe([new AnswerLine("again", Wording: null, "Later")]);
}
