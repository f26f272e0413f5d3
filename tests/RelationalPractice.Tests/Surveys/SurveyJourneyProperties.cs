using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SurveyJourneyProperties
{
    private static readonly Questionnaire Sample = SampleQuestionnaire.Load();

    private static readonly string[] Keys = [.. Sample.Questions.Select(question => question.Key), "forged", "", "how"];

    private static readonly Gen<SurveyProgress> Progress =
        from tier in Gen.Elements<Tier?>(null, Tier.Named, Tier.WorkerOnly, Tier.Anonymous)
        from whoAnswered in Gen.Elements(true, false)
        from visited in Gen.SubListOf(Keys)
        select new SurveyProgress(tier, whoAnswered, visited.ToHashSet(StringComparer.Ordinal));

    private static readonly Gen<SurveyStep> Step = Gen.OneOf(
        Gen.Elements(SurveyStep.How, SurveyStep.Who, SurveyStep.Check), Gen.Elements(Keys).Select(SurveyStep.Question));

    private static readonly Gen<(SurveyProgress Progress, SurveyStep Step, bool Changing)> Anywhere =
        from progress in Progress
        from step in Step
        from changing in Gen.Elements(true, false)
        select (progress, step, changing);

    [Fact]
    public void Position_AnyProgress_LeadsToCheckByDoingWhatIsAsked() => Prop.ForAll(Progress.ToArbitrary(), progress =>
        StepsToCheck(progress).ShouldBeLessThanOrEqualTo(Sample.Questions.Count + 2)).QuickCheckThrowOnFailure();

    [Fact]
    public void MayVisit_AnyProgress_IsEveryStepUpToThePositionAndNoneBeyond() =>
        Prop.ForAll(Progress.ToArbitrary(), progress =>
        {
            var journey = new SurveyJourney(Sample, progress);

            journey.Steps.TakeWhile(journey.MayVisit).Last().ShouldBe(journey.Position);
            journey.Steps.SkipWhile(journey.MayVisit).ShouldAllBe(step => !journey.MayVisit(step));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_AnyStepFromAnyProgress_IsOpen() => Prop.ForAll(Anywhere.ToArbitrary(), at =>
    {
        var journey = new SurveyJourney(Sample, at.Progress);

        journey.MayVisit(journey.Next(at.Step, at.Changing)).ShouldBeTrue();
        journey.MayVisit(journey.Nearest(at.Step)).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Previous_AnyOpenStep_IsOpenOrTheStartPage() => Prop.ForAll(Anywhere.ToArbitrary(), at =>
    {
        var journey = new SurveyJourney(Sample, at.Progress);
        var step = journey.Nearest(at.Step);

        if (journey.Previous(step, at.Changing) is { } previous) journey.MayVisit(previous).ShouldBeTrue();
        else step.ShouldBe(SurveyStep.How);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_AndBackAgain_IsWhereOneWas() => Prop.ForAll(Anywhere.ToArbitrary(), at =>
    {
        var journey = new SurveyJourney(Sample, at.Progress);
        var step = journey.Nearest(at.Step);

        if (step != journey.Position) journey.Previous(journey.Next(step)).ShouldBe(step);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Posting_AnythingAnywhereInAnyOrder_NeverDeadEnds()
    {
        var post =
            from step in Step
            from tier in Gen.Elements(Tier.Named, Tier.WorkerOnly, Tier.Anonymous)
            from form in Written.Posted
            select (step, tier, form);

        Prop.ForAll(Progress.ToArbitrary(), post.ListOf().ToArbitrary(), (start, posts) =>
        {
            var progress = start;
            var answers = SurveyAnswers.None;
            foreach (var (step, tier, form) in posts)
            {
                if (Sample.Find(step.QuestionKey) is { } question)
                {
                    var reading = question.Read(_ => form);
                    answers = answers.With(question, reading);
                    if (!reading.HasProblems) progress = progress.Visit(question.Key);
                }
                else if (step == SurveyStep.How)
                {
                    progress = progress.Choose(tier);
                }

                var journey = new SurveyJourney(Sample, progress);
                journey.MayVisit(journey.Next(step)).ShouldBeTrue();
            }

            StepsToCheck(progress).ShouldBeLessThanOrEqualTo(Sample.Questions.Count + 2);
            SurveyAnswers.FromJson(answers.ToJson()).ShouldBe(answers);
        }).QuickCheckThrowOnFailure();
    }

    private static int StepsToCheck(SurveyProgress progress)
    {
        for (var done = 0; done < 100; done++)
        {
            var position = new SurveyJourney(Sample, progress).Position;
            if (position == SurveyStep.Check) return done;
            progress = position.Kind switch
            {
                SurveyStepKind.How => progress.Choose(Tier.Named),
                SurveyStepKind.Who => progress.AnswerWho(),
                _ => progress.Visit(position.QuestionKey!),
            };
        }

        throw new InvalidOperationException("The walk does not end.");
    }
}
