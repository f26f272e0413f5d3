using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public class OutgoingMessageTests
{
    private static readonly DateTime Now = new(2031, 1, 14, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Taken_Claimed_LetsGoOfTheClaim()
    {
        var message = Claimed();

        message.Taken(Now);

        (message.State, message.SentAtUtc, message.ClaimId, message.ClaimedUntilUtc).ShouldBe((OutgoingMessageState.Sent, Now, null, null));
    }

    [Theory]
    [InlineData(1, OutgoingMessageState.Waiting)]
    [InlineData(OutgoingMessage.AttemptsMax - 1, OutgoingMessageState.Waiting)]
    [InlineData(OutgoingMessage.AttemptsMax, OutgoingMessageState.Failed)]
    [InlineData(OutgoingMessage.AttemptsMax + 1, OutgoingMessageState.Failed)]
    public void TryAgain_AtAndOverTheLimit_IsGivenUp(int attempts, OutgoingMessageState state)
    {
        var message = Claimed(attempts);

        message.TryAgain(Now, WhyNot.NoAnswer, 0);

        (message.State, message.Failure, message.ClaimId).ShouldBe((state, WhyNot.NoAnswer, null));
    }

    [Fact]
    public void LetGo_Claimed_IsAsBefore()
    {
        var message = Claimed();

        message.LetGo();

        (message.State, message.Attempts, message.NextTryAtUtc).ShouldBe((OutgoingMessageState.Waiting, 0, Now));
        message.MayHaveGoneOut.ShouldBeFalse();
    }

    [Fact]
    public void MayHaveGoneOut_SecondTryOrAfterPuttingOff_StaysTrue()
    {
        var message = Claimed(attempts: 2);
        message.MayHaveGoneOut.ShouldBeTrue();

        message.PutOff(Now.AddHours(1));
        message.Attempts++;

        message.MayHaveGoneOut.ShouldBeTrue();
    }

    [Theory]
    [InlineData(OutgoingMessageState.Sending, OutgoingMessageState.Failed)]
    [InlineData(OutgoingMessageState.Sent, OutgoingMessageState.Failed)]
    [InlineData(OutgoingMessageState.Waiting, OutgoingMessageState.Waiting)]
    [InlineData(OutgoingMessageState.Delivered, OutgoingMessageState.Delivered)]
    [InlineData(OutgoingMessageState.Cancelled, OutgoingMessageState.Cancelled)]
    [InlineData(OutgoingMessageState.Failed, OutgoingMessageState.Failed)]
    public void NotDelivered_EachState_CountsOnlyWhereItWasWithTheSender(OutgoingMessageState before, OutgoingMessageState after)
    {
        var message = Claimed();
        message.State = before;

        message.NotDelivered("permanent-failure");

        message.State.ShouldBe(after);
    }

    [Theory]
    [InlineData(OutgoingMessageState.Sending)]
    [InlineData(OutgoingMessageState.Sent)]
    [InlineData(OutgoingMessageState.Waiting)]
    [InlineData(OutgoingMessageState.Failed)]
    public void Delivered_EachState_Stands(OutgoingMessageState before)
    {
        var message = Claimed();
        message.State = before;

        message.Delivered(Now);

        (message.State, message.Failure, message.ClaimId).ShouldBe((OutgoingMessageState.Delivered, null, null));
    }

    [Fact]
    public void TryOnceMore_GivenUp_AsksTheSenderFirst()
    {
        var message = Claimed(OutgoingMessage.AttemptsMax);
        message.GiveUp(WhyNot.NoAnswer);

        var triedAgain = message.TryOnceMore(new ChangeContext(Guid.NewGuid(), Now));

        (triedAgain!.Kind, triedAgain.SubjectId).ShouldBe((AuditEventKind.MessageTriedAgain, message.Id));
        message.Attempts++;
        (message.State, message.MayHaveGoneOut).ShouldBe((OutgoingMessageState.Waiting, true));
    }

    [Theory]
    [InlineData(OutgoingMessageState.Sending)]
    [InlineData(OutgoingMessageState.Sent)]
    [InlineData(OutgoingMessageState.Waiting)]
    [InlineData(OutgoingMessageState.Delivered)]
    [InlineData(OutgoingMessageState.Cancelled)]
    public void TryOnceMore_NotGivenUp_DoesNothing(OutgoingMessageState state)
    {
        var message = Claimed();
        message.State = state;

        message.TryOnceMore(new ChangeContext(Guid.NewGuid(), Now)).ShouldBeNull();

        message.State.ShouldBe(state);
    }

    private static OutgoingMessage Claimed(int attempts = 1)
    {
        var message = OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewCancelled, Guid.NewGuid(), new ProtectedText([1]), null, "News.", Now, Now, null);
        (message.State, message.ClaimId, message.ClaimedUntilUtc, message.Attempts) = (OutgoingMessageState.Sending, Guid.NewGuid(), Now.AddMinutes(10), attempts);
        return message;
    }
}
