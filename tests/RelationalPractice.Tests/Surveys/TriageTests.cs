using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class TriageTests
{
    private static readonly Questionnaire Young = SurveySeeds.Questionnaire(Audience.YoungPerson);
    private static readonly DialGroupQuestion Dials = Young.Questions.OfType<DialGroupQuestion>().Single();
    private static readonly ScaleItem Safe = Dials.Items.Single(item => item.HelpWhenAtMost is not null);
    private static readonly TextQuestion First = Young.Questions.OfType<TextQuestion>().First();
    private static readonly TriageWords Words = TriageWords.Of(["hit", "self harm"]);

    [Fact]
    public void Reasons_LowScoreAndWords_AreEachSaidInTheOrderOfTheQuestions() =>
        Reasons((Safe.Key, AnswerValue.OfScore(1)), (First.Key, AnswerValue.OfText("He hits me. Self-harm."))).ShouldBe(
        [
            new ListedWord(First.Number, new TriageMatch("hit", "hits")),
            new ListedWord(First.Number, new TriageMatch("self harm", "Self-harm")),
            new LowScore(Dials.Number, Dials.Sentence(Safe)),
        ]);

    [Fact]
    public void Reasons_OrdinaryAnswers_AreNone() =>
        Reasons((Safe.Key, AnswerValue.OfScore(3)), (Dials.Items[0].Key, AnswerValue.OfScore(1)), (First.Key, AnswerValue.OfText("She is kind"))).ShouldBeEmpty();

    [Fact]
    public void Reasons_AnswerThatBelongsToNoQuestion_IsWeighedToo() =>
        Reasons(("nowhere", AnswerValue.OfText("he hit me"))).ShouldBe([new ListedWord(Question: null, new TriageMatch("hit", "hit"))]);

    [Fact]
    public void Reasons_NotSure_IsNoLowScore() => Reasons((Safe.Key, AnswerValue.OfChoice(DialGroupQuestion.NotSure))).ShouldBeEmpty();

    private static IEnumerable<RaisedReason> Reasons(params (string Key, AnswerValue Value)[] answers) =>
        Triage.Reasons(Young, new SurveyAnswers(answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Value))), Words);
}
