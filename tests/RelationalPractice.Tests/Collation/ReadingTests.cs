using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class ReadingTests
{
    private static readonly Questionnaire ParentCarer = SurveySeeds.Questionnaire(Audience.ParentCarer);
    private static readonly Questionnaire YoungPerson = SurveySeeds.Questionnaire(Audience.YoungPerson);

    [Theory]
    [InlineData(Audience.ParentCarer)]
    [InlineData(Audience.YoungPerson)]
    public void Of_NothingAnswered_StillShowsEveryQuestionInItsOrder(Audience audience)
    {
        var questionnaire = SurveySeeds.Questionnaire(audience);

        var read = Reading.Of(questionnaire, []);

        read.Select(q => q.Heading).ShouldBe(questionnaire.Questions.Select(q => $"{q.Number}. {GlossaryText.Plain(q.Wording)}"));
        read.ShouldAllBe(q => !q.IsAnswered);
    }

    [Fact]
    public void Of_Marks_AreNotShown() =>
        Reading.Of(ParentCarer, []).ShouldAllBe(q => !q.Heading.Contains("[["));

    [Fact]
    public void Of_Score_IsShownInItsWords()
    {
        var scores = ParentCarer.Questions.OfType<ScaleGroupQuestion>().Single();
        var item = scores.Items[^1];

        var read = Reading.Of(ParentCarer, [Score(item.Key, 2)]).Single(q => q.IsAnswered);

        read.Lines.Count.ShouldBe(scores.Items.Count);
        read.Lines.Single(l => l.Words is not null).ShouldBe(new AnswerLine(item.Key, scores.Sentence(item), $"2 – {scores.Scale[1].Label}"));
    }

    [Fact]
    public void Of_NotSure_IsAnAnswer()
    {
        var dials = YoungPerson.Questions.OfType<DialGroupQuestion>().Single();
        var answer = new SurveyAnswer { ResponseId = Guid.Empty, QuestionKey = dials.Items[0].Key, Choice = DialGroupQuestion.NotSure };

        Reading.Of(YoungPerson, [answer]).Single(q => q.IsAnswered).Lines[0].Words.ShouldBe(dials.NotSureLabel);
    }

    [Fact]
    public void Of_AnswerToNoQuestion_IsShownAtTheEnd()
    {
        var stray = new SurveyAnswer { ResponseId = Guid.Empty, QuestionKey = "not-asked", Text = "Read me too" };

        Reading.Of(ParentCarer, [stray])[^1].Lines.ShouldBe([new AnswerLine("not-asked", "not-asked", "Read me too")]);
    }

    private static SurveyAnswer Score(string key, int score) => new() { ResponseId = Guid.Empty, QuestionKey = key, Score = score };
}
