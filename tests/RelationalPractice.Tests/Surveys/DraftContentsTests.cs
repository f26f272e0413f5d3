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

    [Theory]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public void Choose_NotNamed_ForgetsTheInvitationForGood(Tier tier)
    {
        var invitation = Guid.Parse("8c1d2f07-93ab-4a55-8f10-6b1f5c2d7e90");
        var draft = DraftContents.StartByInvitation(Guid.Parse("5d8b8b0e-3f3c-4f5e-9c7a-0d6f5a1c2b3d"), invitation, Guid.Parse("1f0e2d3c-4b5a-4697-8879-a0b1c2d3e4f5"), "Sam");
        draft.Choose(Tier.Named);
        DraftContents.FromBytes(draft.ToBytes())!.InvitationId.ShouldBe(invitation);

        draft.Choose(tier);
        draft.Choose(Tier.Named);

        draft.InvitationId.ShouldBeNull();
        System.Text.Encoding.UTF8.GetString(draft.ToBytes()).ShouldNotContain("8c1d2f07");
    }

    [Fact]
    public void Choose_Anonymous_ForgetsAtOnceWhatItMustNotKeep()
    {
        var draft = ByAWorkersLink();
        draft.Choose(Tier.Named);
        draft.AnswerWho(new WhoAnswers("Asha", "07700 900 461", "Sam"), scoresOnly: false);

        draft.Choose(Tier.Anonymous);

        draft.Who.ShouldBe(WhoAnswers.None);
        (draft.WorkerId, draft.TeamId, draft.ScoresOnly).ShouldBe((null, null, false));
        var written = System.Text.Encoding.UTF8.GetString(draft.ToBytes());
        written.ShouldNotContain("Asha");
        written.ShouldNotContain("Sam");
        written.ShouldNotContain("900");
    }

    [Fact]
    public void Choose_WorkerOnly_ForgetsTheFamilyAndKeepsTheWorker()
    {
        var draft = ByAWorkersLink();
        draft.Choose(Tier.Named);
        draft.AnswerWho(new WhoAnswers("Asha", "07700 900 461", "Sam"), scoresOnly: false);

        draft.Choose(Tier.WorkerOnly);

        draft.Who.ShouldBe(new WhoAnswers(null, null, "Sam"));
        draft.WorkerId.ShouldNotBeNull();
        draft.WhoAnswered.ShouldBeFalse();
    }

    [Fact]
    public void Choose_AnonymousAndBack_BringsNothingBack()
    {
        var draft = ByAWorkersLink();
        draft.Choose(Tier.Anonymous);
        draft.Choose(Tier.WorkerOnly);

        draft.AnswerWho(WhoAnswers.None, scoresOnly: false);

        (draft.WorkerId, draft.TeamId, draft.Who.WorkerName).ShouldBe((null, null, null));
    }

    [Fact]
    public void Choose_ScoresOnly_IsForgottenByEveryOtherTier()
    {
        foreach (var tier in new[] { Tier.Named, Tier.Anonymous })
        {
            var draft = ByAWorkersLink();
            draft.Choose(Tier.WorkerOnly);
            draft.AnswerWho(WhoAnswers.None, scoresOnly: true);

            draft.Choose(tier);
            draft.Choose(Tier.WorkerOnly);

            draft.ScoresOnly.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public void AnswerWho_ForgedName_IsNotTaken(Tier tier)
    {
        var draft = ByAWorkersLink();
        draft.Choose(tier);

        draft.AnswerWho(new WhoAnswers("Asha", "07700 900 461", "Sam"), scoresOnly: true);

        (draft.Who.RespondentName, draft.Who.Contact).ShouldBe((null, null));
    }

    [Fact]
    public void AnswerWho_BeforeATierIsChosen_KeepsNothing()
    {
        var draft = ByAWorkersLink();

        draft.AnswerWho(new WhoAnswers("Asha", "07700 900 461", "Sam"), scoresOnly: true);

        (draft.WhoAnswered, draft.Who.RespondentName).ShouldBe((false, null));
    }

    [Fact]
    public void AnswerWho_AnotherWorker_IsNoLongerTheLinks()
    {
        var draft = ByAWorkersLink();
        draft.Choose(Tier.Named);

        draft.AnswerWho(new WhoAnswers(null, null, "Somebody else"), scoresOnly: false);

        draft.WorkerId.ShouldBeNull();
    }

    private static DraftContents ByAWorkersLink() => DraftContents.Start(
        Guid.Parse("5d8b8b0e-3f3c-4f5e-9c7a-0d6f5a1c2b3d"),
        new SurveyLink { Id = Guid.NewGuid(), Code = "WRK555", Label = "Sam", WorkerId = Guid.NewGuid() },
        "Sam");
}
