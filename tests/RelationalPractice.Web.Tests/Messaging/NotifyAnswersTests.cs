using RelationalPractice.Auditing;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

/// <summary>Each answer that Notify is documented to give, and some that it is not.</summary>
public abstract class NotifyAnswersTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    [Fact]
    public async Task SendDue_BadRequest_IsGivenUpAtOnce()
    {
        var message = await ToContactAsync(Mobile);
        Notify.Answer = _ => NotifyAnswer.BadRequest;

        (await SendDueAsync()).Failed.ShouldBe(1);
        Site.Clock.Advance(TimeSpan.FromHours(2));
        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Failed, WhyNot.Refused));
        Notify.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData(NotifyAnswer.ServerError, WhyNot.SenderTrouble)]
    [InlineData(NotifyAnswer.Silent, WhyNot.NoAnswer)]
    [InlineData(NotifyAnswer.Rubbish, WhyNot.NotUnderstood)]
    public async Task SendDue_NoGoodAnswer_IsTriedAgainAfterAskingWhetherItWentOut(NotifyAnswer answer, string because)
    {
        var message = await ToContactAsync(Mobile);
        Notify.Answer = _ => answer;

        (await SendDueAsync()).Waiting.ShouldBe(1);

        var waiting = await ReadAsync(message);
        (waiting.State, waiting.Failure, waiting.Attempts).ShouldBe((OutgoingMessageState.Waiting, because, 1));
        (waiting.NextTryAtUtc - Now).ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.25));
        (await SendDueAsync()).Any.ShouldBeFalse("it is not due yet");
        Notify.Answer = _ => NotifyAnswer.Created;
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendDueAsync();
        Notify.AskedFor.ShouldHaveSingleItem().ShouldBe(message.Id.ToString());
        Notify.Taken.ShouldHaveSingleItem();
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Sent, null));
    }

    [Theory]
    [InlineData(NotifyAnswer.TakenThenGone)]
    [InlineData(NotifyAnswer.TakenThenRubbish)]
    public async Task SendDue_TakenWithoutOurHearingOfIt_IsNotSentASecondTime(NotifyAnswer answer)
    {
        var message = await ToContactAsync(Mobile);
        Notify.Answer = _ => answer;
        await SendDueAsync();
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Waiting);

        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem();
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Sent, null));
    }

    [Fact]
    public async Task SendDue_NeverAGoodAnswer_IsGivenUpVisiblyAfterItsTries()
    {
        var message = await ToContactAsync(Mobile);
        Notify.Answer = _ => NotifyAnswer.ServerError;
        var began = Site.Clock.GetUtcNow();

        while ((await ReadAsync(message)).State == OutgoingMessageState.Waiting)
        {
            Site.Clock.MoveTo(new DateTimeOffset((await ReadAsync(message)).NextTryAtUtc));
            await SendDueAsync();
        }

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Failed, WhyNot.SenderTrouble));
        Notify.Calls.ShouldBe(OutgoingMessage.AttemptsMax);
        (Site.Clock.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromDays(1), TimeSpan.FromDays(3));
    }

    [Theory]
    [InlineData(NotifyAnswer.Clock, WhyNot.Clock, 10)]
    [InlineData(NotifyAnswer.RateLimit, WhyNot.TooManyThisMinute, 1)]
    public async Task SendDue_NotifyTakesNothingForNow_EveryNodeWaitsAndNoTryIsCounted(NotifyAnswer answer, string because, int minutes)
    {
        var first = await ToContactAsync(Mobile);
        Notify.Answer = _ => answer;
        await SendDueAsync();
        var calls = Notify.Calls;
        var other = await ToContactAsync("07700 900002");

        (await SendDueAsync()).Any.ShouldBeFalse("another node waits as well");

        Notify.Calls.ShouldBe(calls);
        var waiting = await ReadAsync(first);
        (waiting.State, waiting.Failure, waiting.Attempts).ShouldBe((OutgoingMessageState.Waiting, because, 0));
        waiting.NextTryAtUtc.ShouldBeInRange(Now, Now.AddMinutes(minutes));
        Notify.Answer = _ => NotifyAnswer.Created;
        Site.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await SendDueAsync();
        Notify.Taken.Count.ShouldBe(2);
        (await StandingAsync(other)).ShouldBe((OutgoingMessageState.Sent, null));
    }

    [Fact]
    public async Task SendDue_RateLimitInTheMiddleOfManyMessages_AllGoOutOnceInTheNextMinutes()
    {
        const int Many = 120;
        const int AMinute = 50;
        await Site.SaveAsync([.. Enumerable.Range(0, Many).Select(number => OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewCancelled, Guid.NewGuid(), Protector.Protect($"07700 9{number:00000}")!, null, "News.", Now, Now, null))]);
        var minute = 0;
        var thisMinute = 0;
        Notify.Answer = _ => Interlocked.Increment(ref thisMinute) <= AMinute ? NotifyAnswer.Created : NotifyAnswer.RateLimit;

        while (Notify.Taken.Count < Many && minute++ < 10)
        {
            await Task.WhenAll(SendDueAsync(), SendDueAsync());
            thisMinute = 0;
            Site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        minute.ShouldBe(3);
        Notify.Taken.Select(m => m.Reference).Distinct().Count().ShouldBe(Many);
        Notify.Calls.ShouldBeLessThan(Many + 3 * 3 * Sender.CallsAtOnce);
    }

    [Fact]
    public async Task SendDue_DailyLimit_WaitsForTomorrowMorning()
    {
        var message = await ToContactAsync(Mobile);
        Notify.Answer = _ => NotifyAnswer.DailyLimit;
        await SendDueAsync();
        (await ReadAsync(message)).NextTryAtUtc.ShouldBe(new DateTime(2031, 1, 15, 0, 0, 0, DateTimeKind.Utc));
        Notify.Answer = _ => NotifyAnswer.Created;

        Site.Clock.MoveTo(new DateTimeOffset(2031, 1, 15, 0, 0, 1, TimeSpan.Zero));
        await SendDueAsync();
        Notify.Taken.ShouldBeEmpty("it is the middle of the night");
        Site.Clock.MoveTo(new DateTimeOffset(2031, 1, 15, 9, 0, 0, TimeSpan.Zero));
        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task SendDue_OurClockIsWrong_IsSeenByNotifyAndWaits()
    {
        var message = await ToContactAsync(Mobile);
        Notify.Clock = new ManualClock(Site.Clock.GetUtcNow().AddMinutes(1));

        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Waiting, WhyNot.Clock));
        Notify.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task TryAgain_FailedAtTheTelephone_IsSentASecondTime()
    {
        var message = await ToContactAsync(Mobile);
        await SendDueAsync();
        Notify.Became(message.Id, "temporary-failure");
        await Site.InDatabaseAsync(async db =>
        {
            var read = (await db.OutgoingMessages.FindAsync(message.Id))!;
            read.NotDelivered("temporary-failure");
            db.Add(read.TryOnceMore(new ChangeContext(Guid.NewGuid(), Now))!);
            return await db.SaveChangesAsync();
        });

        await SendDueAsync();

        Notify.AskedFor.ShouldHaveSingleItem();
        Notify.Taken.Count.ShouldBe(2);
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sent);
    }

    public sealed class OnSqlite() : NotifyAnswersTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : NotifyAnswersTests(TestDatabaseProvider.PostgreSql);
}
