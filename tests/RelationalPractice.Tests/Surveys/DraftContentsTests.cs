using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class DraftContentsTests
{
    [Fact]
    public void ToBytes_HalfAnsweredDraft_IsReadBack()
    {
        var sample = SampleQuestionnaire.Load();
        var draft = DraftContents.Start(Guid.Parse("5d8b8b0e-3f3c-4f5e-9c7a-0d6f5a1c2b3d"), link: null, "Sam");
        draft.Choose(Tier.WorkerOnly);
        draft.AnswerWho(WhoAnswers.None with { WorkerName = "Sam" }, scoresOnly: true);
        draft.Answer(sample.Find("story")!, sample.Find("story")!.ReadPosted(("story", "مرحبا 😀")));
        draft.Answer(sample.Find("dials")!, sample.Find("dials")!.ReadPosted(("safe", "not-sure")));

        var read = DraftContents.FromBytes(draft.ToBytes())!;

        read.QuestionnaireId.ShouldBe(draft.QuestionnaireId);
        read.Tier.ShouldBe(Tier.WorkerOnly);
        read.WhoAnswered.ShouldBeTrue();
        read.Who.ShouldBe(draft.Who);
        read.ScoresOnly.ShouldBeTrue();
        read.Visited.ShouldBe(["story", "dials"], ignoreOrder: true);
        read.Answers.ShouldBe(draft.Answers);
    }
}
