using System.Text.Json;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SurveyProgressTests
{
    private static readonly WhoAnswers Ann = new("Ann", "07700 900123", "Sam Worker");

    [Fact]
    public void Choose_SameTierAgain_KeepsWho() =>
        SurveyProgress.Start.Choose(Tier.Named).AnswerWho().Choose(Tier.Named).WhoAnswered.ShouldBeTrue();

    [Theory]
    [InlineData(Tier.Named, Tier.WorkerOnly)]
    [InlineData(Tier.Named, Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly, Tier.Named)]
    public void Choose_OtherTier_AsksWhoAnewAndKeepsTheQuestions(Tier before, Tier after)
    {
        var progress = SurveyProgress.Start.Choose(before).AnswerWho().Visit("story").Choose(after);

        progress.Tier.ShouldBe(after);
        progress.WhoAnswered.ShouldBeFalse();
        progress.VisitedQuestions.ShouldBe(["story"]);
    }

    [Fact]
    public void Choose_AnonymousInBetween_DoesNotBringWhoBack() =>
        SurveyProgress.Start.Choose(Tier.Named).AnswerWho().Choose(Tier.Anonymous).Choose(Tier.Named).WhoAnswered.ShouldBeFalse();

    [Fact]
    public void Visit_Twice_IsOnce() => SurveyProgress.Start.Visit("story").Visit("story").VisitedQuestions.ShouldBe(["story"]);

    [Fact]
    public void Json_Progress_IsReadBack()
    {
        var progress = SurveyProgress.Start.Choose(Tier.WorkerOnly).AnswerWho().Visit("story").Visit("team");

        var read = JsonSerializer.Deserialize<SurveyProgress>(JsonSerializer.Serialize(progress))!;

        read.Tier.ShouldBe(Tier.WorkerOnly);
        read.WhoAnswered.ShouldBeTrue();
        read.VisitedQuestions.ShouldBe(["story", "team"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    public void Json_VisitedQuestionsThatAreNone_AreRefused(string visited) => Should.Throw<JsonException>(() =>
        JsonSerializer.Deserialize<SurveyProgress>($$"""{"Tier":null,"WhoAnswered":true,"VisitedQuestions":{{visited}}}"""));

    [Fact]
    public void KeptFor_Named_IsEverything() => Ann.KeptFor(Tier.Named).ShouldBe(Ann);

    [Fact]
    public void KeptFor_WorkerOnly_IsTheWorkerAlone() =>
        Ann.KeptFor(Tier.WorkerOnly).ShouldBe(new WhoAnswers(RespondentName: null, Contact: null, "Sam Worker"));

    [Fact]
    public void KeptFor_Anonymous_IsNothing() => Ann.KeptFor(Tier.Anonymous).ShouldBe(WhoAnswers.None);
}
