using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class TextQuestionTests
{
    private static readonly LongTextQuestion Long = SampleQuestionnaire.Question<LongTextQuestion>();
    private static readonly ShortTextQuestion Short = SampleQuestionnaire.Question<ShortTextQuestion>();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Read_NothingWritten_IsSkippedWithoutAProblem(string? posted)
    {
        var reading = Long.ReadPosted(("story", posted));

        reading.Values.ShouldBeEmpty();
        reading.Typed.ShouldBeEmpty();
        reading.HasProblems.ShouldBeFalse();
    }

    [Fact]
    public void Read_Words_AreKeptCleaned()
    {
        var reading = Long.ReadPosted(("story", "  They\r\nlisten\0 😀 "));

        reading.Values["story"].ShouldBe(AnswerValue.OfText("They\nlisten 😀"));
        reading.HasProblems.ShouldBeFalse();
    }

    [Fact]
    public void Read_ShortText_IsOneLine() =>
        Short.ReadPosted(("team", "Family\r\nSupport")).Values["team"].Text.ShouldBe("Family Support");

    [Fact]
    public void Read_AtTheLimit_IsKept()
    {
        Long.ReadPosted(("story", new string('x', LongTextQuestion.TextMaxLength))).HasProblems.ShouldBeFalse();
        Short.ReadPosted(("team", new string('x', ShortTextQuestion.TextMaxLength))).HasProblems.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, "Your answer is 1 character too long. It can have up to 5,000.")]
    [InlineData(1200, "Your answer is 1,200 characters too long. It can have up to 5,000.")]
    public void Read_OverTheLimit_SaysByHowMuchAndKeepsWhatWasTyped(int over, string message)
    {
        var typed = new string('x', LongTextQuestion.TextMaxLength + over);

        var reading = Long.ReadPosted(("story", typed));

        reading.Problems.ShouldBe([new AnswerProblem("story", message)]);
        reading.Typed["story"].ShouldBe(typed);
        reading.Values.ShouldBeEmpty();
    }

    [Fact]
    public void Read_ShortTextOverTheLimit_NamesItsOwnLimit() =>
        Short.ReadPosted(("team", new string('x', 201))).Problems
            .ShouldBe([new AnswerProblem("team", "Your answer is 1 character too long. It can have up to 200.")]);

    [Fact]
    public void Read_LineBreaksAsBrowsersPostThem_CountAsOneEach()
    {
        var typed = "x" + string.Concat(Enumerable.Repeat("\r\n", LongTextQuestion.TextMaxLength - 2)) + "x";

        Long.ReadPosted(("story", typed)).HasProblems.ShouldBeFalse();
    }

    [Fact]
    public void Read_Emoji_CountsTwoAsInABrowser()
    {
        var half = LongTextQuestion.TextMaxLength / 2;

        Long.ReadPosted(("story", string.Concat(Enumerable.Repeat("😀", half)))).HasProblems.ShouldBeFalse();
        Long.ReadPosted(("story", string.Concat(Enumerable.Repeat("😀", half + 1)))).Problems.ShouldHaveSingleItem()
            .Message.ShouldStartWith("Your answer is 2 characters too long");
    }

    [Fact]
    public void Lines_Answered_AreTheWordsAndOtherwiseNone()
    {
        Long.Lines(SurveyAnswers.None).ShouldBe([new AnswerLine("story", Wording: null, Words: null)]);
        Long.Lines(SurveyAnswers.None.With(Long, Long.ReadPosted(("story", "All well"))))
            .ShouldBe([new AnswerLine("story", Wording: null, "All well")]);
    }
}
