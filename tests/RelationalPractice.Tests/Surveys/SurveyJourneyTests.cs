using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SurveyJourneyTests
{
    private static readonly Questionnaire Sample = SampleQuestionnaire.Load();
    private static readonly SurveyStep Story = SurveyStep.Question("story");
    private static readonly SurveyStep Team = SurveyStep.Question("team");
    private static readonly SurveyStep Scores = SurveyStep.Question("scores");
    private static readonly SurveyStep Again = SurveyStep.Question("again");

    [Fact]
    public void Steps_Named_AskHowWhoEveryQuestionAndCheck() =>
        Walk(SurveyProgress.Start.Choose(Tier.Named)).Steps.ShouldBe(
            [SurveyStep.How, SurveyStep.Who, Story, Team, Scores, SurveyStep.Question("dials"), Again, SurveyStep.Check]);

    [Fact]
    public void Steps_Anonymous_SkipWho() =>
        Walk(SurveyProgress.Start.Choose(Tier.Anonymous)).Steps.ShouldNotContain(SurveyStep.Who);

    [Fact]
    public void Position_Start_IsHow()
    {
        var journey = Walk(SurveyProgress.Start);

        journey.Position.ShouldBe(SurveyStep.How);
        journey.Steps.Where(journey.MayVisit).ShouldBe([SurveyStep.How]);
    }

    [Fact]
    public void Position_TierChosen_IsWhoOrForAnonymousTheFirstQuestion()
    {
        Walk(SurveyProgress.Start.Choose(Tier.WorkerOnly)).Position.ShouldBe(SurveyStep.Who);
        Walk(SurveyProgress.Start.Choose(Tier.Anonymous)).Position.ShouldBe(Story);
    }

    [Fact]
    public void Position_SomeQuestionsVisited_IsTheFirstOther() =>
        Walk(Anonymous("story", "scores")).Position.ShouldBe(Team);

    [Fact]
    public void Position_AllVisited_IsCheck() => Walk(AllVisited(Tier.Anonymous)).Position.ShouldBe(SurveyStep.Check);

    [Fact]
    public void MayVisit_BackToAnythingDone_IsAllowed()
    {
        var journey = Walk(Anonymous("story", "team"));

        journey.Steps.Where(journey.MayVisit).ShouldBe([SurveyStep.How, Story, Team, Scores]);
    }

    [Fact]
    public void MayVisit_WhoWhenAnonymous_IsNot()
    {
        var journey = Walk(Anonymous("story"));

        journey.MayVisit(SurveyStep.Who).ShouldBeFalse();
        journey.Nearest(SurveyStep.Who).ShouldBe(Team);
    }

    [Fact]
    public void Nearest_TooFarAhead_IsTheFirstStepNotDone()
    {
        Walk(Anonymous("story")).Nearest(SurveyStep.Check).ShouldBe(Team);
        Walk(SurveyProgress.Start).Nearest(Again).ShouldBe(SurveyStep.How);
    }

    [Fact]
    public void Nearest_UnknownQuestion_IsTheFirstStepNotDone() =>
        Walk(Anonymous("story")).Nearest(SurveyStep.Question("forged")).ShouldBe(Team);

    [Fact]
    public void Next_InOrder_IsTheStepAfter()
    {
        Walk(SurveyProgress.Start.Choose(Tier.Named)).Next(SurveyStep.How).ShouldBe(SurveyStep.Who);
        Walk(SurveyProgress.Start.Choose(Tier.Anonymous)).Next(SurveyStep.How).ShouldBe(Story);
        Walk(Anonymous("story")).Next(Story).ShouldBe(Team);
        Walk(AllVisited(Tier.Anonymous)).Next(Again).ShouldBe(SurveyStep.Check);
    }

    [Fact]
    public void Next_EarlierQuestionAnsweredAgain_IsTheOneAfterIt() =>
        Walk(AllVisited(Tier.Anonymous)).Next(Story).ShouldBe(Team);

    [Fact]
    public void Next_PostedOutOfOrder_IsTheFirstStepNotDone() =>
        Walk(Anonymous("scores")).Next(Scores).ShouldBe(Story);

    [Fact]
    public void Next_OutOfOrderQuestionReachedInTurn_IsAskedInItsPlace() =>
        Walk(Anonymous("story", "team", "scores")).Next(Team).ShouldBe(Scores);

    [Fact]
    public void Next_Changing_ReturnsToCheck()
    {
        Walk(AllVisited(Tier.Anonymous)).Next(Story, changing: true).ShouldBe(SurveyStep.Check);
        Walk(AllVisited(Tier.Named)).Next(SurveyStep.Who, changing: true).ShouldBe(SurveyStep.Check);
    }

    [Fact]
    public void Next_ChangedFromAnonymousToNamed_AsksWhoAndThenReturnsToCheck()
    {
        var raised = AllVisited(Tier.Anonymous).Choose(Tier.Named);

        Walk(raised).Next(SurveyStep.How, changing: true).ShouldBe(SurveyStep.Who);
        Walk(raised.AnswerWho()).Next(SurveyStep.Who, changing: true).ShouldBe(SurveyStep.Check);
    }

    [Fact]
    public void Next_ChangedFromNamedToAnonymous_ReturnsToCheckStraight() =>
        Walk(AllVisited(Tier.Named).Choose(Tier.Anonymous)).Next(SurveyStep.How, changing: true).ShouldBe(SurveyStep.Check);

    [Fact]
    public void Next_ChangingBeforeCheckWasReached_GoesOnWhereTheyWere() =>
        Walk(Anonymous("story")).Next(Story, changing: true).ShouldBe(Team);

    [Fact]
    public void Previous_How_IsTheStartPage() => Walk(SurveyProgress.Start).Previous(SurveyStep.How).ShouldBeNull();

    [Fact]
    public void Previous_FirstQuestion_IsWhoOrForAnonymousHow()
    {
        Walk(SurveyProgress.Start.Choose(Tier.Named).AnswerWho()).Previous(Story).ShouldBe(SurveyStep.Who);
        Walk(SurveyProgress.Start.Choose(Tier.Anonymous)).Previous(Story).ShouldBe(SurveyStep.How);
    }

    [Fact]
    public void Previous_Check_IsTheLastQuestion() =>
        Walk(AllVisited(Tier.Anonymous)).Previous(SurveyStep.Check).ShouldBe(Again);

    [Fact]
    public void Previous_Changing_IsCheck()
    {
        Walk(AllVisited(Tier.Named)).Previous(Story, changing: true).ShouldBe(SurveyStep.Check);
        Walk(AllVisited(Tier.Named)).Previous(SurveyStep.How, changing: true).ShouldBe(SurveyStep.Check);
    }

    [Fact]
    public void Previous_ChangingWhileSomethingIsStillToAsk_IsTheStepBefore() =>
        Walk(AllVisited(Tier.Anonymous).Choose(Tier.Named)).Previous(SurveyStep.Who, changing: true).ShouldBe(SurveyStep.How);

    [Fact]
    public void Equals_SameQuestion_IsTheSameStep()
    {
        SurveyStep.Question("story").ShouldBe(Story);
        SurveyStep.Question("team").ShouldNotBe(Story);
        SurveyStep.How.ShouldNotBe(SurveyStep.Who);
    }

    private static SurveyJourney Walk(SurveyProgress progress) => new(Sample, progress);

    private static SurveyProgress Anonymous(params string[] visited) =>
        visited.Aggregate(SurveyProgress.Start.Choose(Tier.Anonymous), (progress, key) => progress.Visit(key));

    private static SurveyProgress AllVisited(Tier tier) =>
        Sample.Questions.Aggregate(
            SurveyProgress.Start.Choose(tier).AnswerWho(), (progress, question) => progress.Visit(question.Key));
}
