using Microsoft.EntityFrameworkCore;
using RelationalPractice.Interviews;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class SenderTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    [Fact]
    public async Task SendDue_Invitation_GoesOutWithItsLinks()
    {
        var message = await InviteAsync();

        (await SendDueAsync()).Sent.ShouldBe(1);

        var sent = Notify.Taken.ShouldHaveSingleItem();
        (sent.Reference, sent.Channel, sent.To).ShouldBe((message.Id.ToString(), "sms", International));
        sent.Body.ShouldBe($"How are things? {PublicAddress}/f/{Key.CodeOf(message.AboutId).Value} Stop: {PublicAddress}/messages/{Key.CodeOf(message.AboutId).Value}");
        var noted = await ReadAsync(message);
        (noted.State, noted.SentAtUtc, noted.Attempts, noted.Failure).ShouldBe((OutgoingMessageState.Sent, Now, 1, null));
        (await SendDueAsync()).Any.ShouldBeFalse();
        Notify.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendDue_Email_HasItsSubject()
    {
        await InviteAsync(await PersonAsync(email: "Krystal@example.org"), channel: MessageChannel.Email);

        await SendDueAsync();

        var sent = Notify.Taken.ShouldHaveSingleItem();
        (sent.Channel, sent.To, sent.Subject).ShouldBe(("email", "Krystal@example.org", "How are things?"));
    }

    [Theory]
    [InlineData("(0044) 7700-900 123", "sms", International)]
    [InlineData(" krystal@example.org ", "email", "krystal@example.org")]
    public async Task SendDue_ContactThatWasLeft_GoesTheWayItSays(string contact, string channel, string to)
    {
        await ToContactAsync(contact);

        await SendDueAsync();

        var sent = Notify.Taken.ShouldHaveSingleItem();
        (sent.Channel, sent.To).ShouldBe((channel, to));
        sent.Subject.ShouldBe(channel == "email" ? "A message from Calder Vale Council" : null);
    }

    [Theory]
    [InlineData("the school office")]
    [InlineData("0117 496 0123")]
    [InlineData("07012 345678")]
    [InlineData("krystal@")]
    public async Task SendDue_ContactThatIsNoWay_IsGivenUpVisibly(string contact)
    {
        var message = await ToContactAsync(contact);

        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Failed, WhyNot.NoAddress));
        Notify.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task SendDue_InterviewMessage_LeadsToTheWish()
    {
        var interviewer = await Site.HireAsync(Identity.Role.Interviewer);
        var request = new InterviewRequest { Id = Guid.NewGuid(), CodeHash = new byte[32], AskedOn = new DateOnly(2031, 1, 14), Audience = Surveys.Audience.ParentCarer };
        var slot = new InterviewSlot { Id = Guid.NewGuid(), InterviewerId = interviewer.Id, StartsAtUtc = Now.AddDays(3), Minutes = 60 };
        var interview = new Interview { Id = Guid.NewGuid(), RequestId = request.Id, SlotId = slot.Id, InterviewerId = interviewer.Id };
        await Site.SaveAsync(new InterviewerProfile { StaffMemberId = interviewer.Id, Kind = InterviewerKind.Practitioner }, request);
        await Site.SaveAsync(slot);
        await Site.SaveAsync(interview);
        await Site.SaveAsync(OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewBooked, interview.Id, Protector.Protect(Mobile)!, null, $"See {OutgoingMessage.LinkPlace}", Now, Now, null));

        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem().Body.ShouldBe($"See {PublicAddress}/interview/{Key.CodeOf(request.Id).Value}");
    }

    [Fact]
    public async Task SendDue_OptedOutSinceItWasPlanned_IsCancelled()
    {
        var message = await InviteAsync();
        var byWish = await ToContactAsync(Mobile);
        await Site.SaveAsync(new OptOut { ContactHash = Key.HashOf(TelephoneNumber.Parse(Mobile)!), Since = new DateOnly(2031, 1, 14), By = OptOutBy.Family });

        (await SendDueAsync()).Cancelled.ShouldBe(2);

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.OptedOut));
        (await StandingAsync(byWish)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.OptedOut));
        Notify.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task SendDue_MuchChangedSinceItWasPlanned_IsCancelledWithTheReason()
    {
        var today = new DateOnly(2031, 1, 14);
        var paused = await InviteAsync(await PersonAsync("07700 900001", change: p => p.PausedUntil = today.AddDays(1)));
        var person = await PersonAsync("07700 900002");
        var familyPaused = await MessageAsync(person, await InvitationAsync(person, familyPausedUntil: today.AddMonths(1)));
        var notByText = await InviteAsync(await PersonAsync("07700 900003", change: p => p.MayText = false));
        var over = await PersonAsync("07700 900004");
        var expired = await MessageAsync(over, await InvitationAsync(over, expiresOn: today.AddDays(-1)));
        var answered = await InviteAsync(await PersonAsync("07700 900005"), OutgoingMessageKind.Reminder);
        await Site.InDatabaseAsync(db => db.Invitations.Where(i => i.Id == answered.AboutId).ExecuteUpdateAsync(i => i.SetProperty(x => x.AnsweredOn, today)));
        var tooLate = await ToContactAsync(Mobile, expiresAtUtc: Now.AddSeconds(-1));
        var pauseOver = await InviteAsync(await PersonAsync("07700 900006", change: p => p.PausedUntil = today));

        await SendDueAsync();

        (await StandingAsync(paused)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.Paused));
        (await StandingAsync(familyPaused)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.Paused));
        (await StandingAsync(notByText)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.MayNotBeReachedSo));
        (await StandingAsync(expired)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.TooLate));
        (await StandingAsync(answered)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.Answered));
        (await StandingAsync(tooLate)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.TooLate));
        (await StandingAsync(pauseOver)).State.ShouldBe(OutgoingMessageState.Sent);
        Notify.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SendDue_NumberChangedSinceItWasPlanned_GoesToTheNewOne()
    {
        var person = await PersonAsync();
        await InviteAsync(person);
        var sealedNumber = Protector.Protect("07700 900999");
        await Site.InDatabaseAsync(async db =>
        {
            (await db.ContactPeople.FindAsync(person.Id))!.Mobile = sealedNumber;
            return await db.SaveChangesAsync();
        });

        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem().To.ShouldBe("+447700900999");
    }

    [Fact]
    public async Task SendDue_InTheNight_WaitsForTheMorningWithoutCountingATry()
    {
        var message = await InviteAsync();
        var evenings = await InviteAsync(await PersonAsync("07700 900002", change: p => p.Hours = SafeHours.Evenings));
        Site.Clock.MoveTo(new DateTimeOffset(2031, 1, 15, 3, 0, 0, TimeSpan.Zero));

        await SendDueAsync();

        Notify.Calls.ShouldBe(0);
        var read = await ReadAsync(message);
        (read.State, read.NextTryAtUtc, read.Attempts).ShouldBe((OutgoingMessageState.Waiting, new DateTime(2031, 1, 15, 9, 0, 0, DateTimeKind.Utc), 0));
        (await ReadAsync(evenings)).NextTryAtUtc.ShouldBe(new DateTime(2031, 1, 15, 17, 0, 0, DateTimeKind.Utc));
        Site.Clock.MoveTo(new DateTimeOffset(2031, 1, 15, 9, 0, 1, TimeSpan.Zero));
        await SendDueAsync();
        Notify.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task SendDue_DiedBetweenSendingAndNoting_IsNotSentASecondTime()
    {
        var message = await InviteAsync();
        Notify.OnTaking = _ => Site.Database.TakeAwayAsync();

        await Should.ThrowAsync<Exception>(() => SendDueAsync());
        await Site.Database.BringBackAsync();
        Notify.OnTaking = _ => Task.CompletedTask;

        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sending);
        (await SendDueAsync()).Any.ShouldBeFalse("its claim has not run out");
        Site.Clock.Advance(Sender.ClaimedFor + TimeSpan.FromSeconds(1));
        await SendDueAsync();

        Notify.AskedFor.ShouldContain(message.Id.ToString());
        Notify.Taken.Count.ShouldBe(1);
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sent);
    }

    [Fact]
    public async Task SendDue_DiedBeforeSending_IsSentAfterAsking()
    {
        var message = await InviteAsync();
        await Site.InDatabaseAsync(async db =>
        {
            var read = (await db.OutgoingMessages.FindAsync(message.Id))!;
            (read.State, read.ClaimId, read.ClaimedUntilUtc, read.Attempts) = (OutgoingMessageState.Sending, Guid.NewGuid(), Now.AddSeconds(-1), 1);
            return await db.SaveChangesAsync();
        });

        await SendDueAsync();

        Notify.AskedFor.ShouldHaveSingleItem().ShouldBe(message.Id.ToString());
        Notify.Taken.ShouldHaveSingleItem();
        (await ReadAsync(message)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task SendDue_TwoNodesAtOnceOverManyMessages_SendEachOnce()
    {
        const int Many = 500;
        var messages = Enumerable.Range(0, Many).Select(number => OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewCancelled, Guid.NewGuid(), Protector.Protect($"07700 9{number:00000}")!, null, "News.", Now, Now, null)).ToList();
        await Site.SaveAsync([.. messages]);

        var tallies = await Task.WhenAll(SendDueAsync(), SendDueAsync(), SendDueAsync());

        Notify.Taken.Select(m => m.Reference).Order().ShouldBe(messages.Select(m => m.Id.ToString()).Order());
        tallies.Sum(tally => tally.Sent).ShouldBe(Many);
        (await Site.InDatabaseAsync(db => db.OutgoingMessages.CountAsync(m => m.State == OutgoingMessageState.Sent && m.Attempts == 1))).ShouldBe(Many);
    }

    [Fact]
    public async Task SendDue_StoppedInTheMiddle_FinishesWhatItBeganAndLetsGoOfTheRest()
    {
        const int Many = 100;
        await Site.SaveAsync([.. Enumerable.Range(0, Many).Select(number => OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewCancelled, Guid.NewGuid(), Protector.Protect($"07700 9{number:00000}")!, null, "News.", Now, Now, null))]);
        using var stopping = new CancellationTokenSource();
        Notify.OnTaking = _ => stopping.CancelAsync();

        await SendDueAsync(stopping.Token);

        var states = await Site.InDatabaseAsync(db => db.OutgoingMessages.GroupBy(m => m.State).ToDictionaryAsync(group => group.Key, group => group.Count()));
        Notify.Taken.Count.ShouldBeInRange(1, Sender.CallsAtOnce);
        states.ShouldBe(
            new Dictionary<OutgoingMessageState, int> { [OutgoingMessageState.Sent] = Notify.Taken.Count, [OutgoingMessageState.Waiting] = Many - Notify.Taken.Count },
            ignoreOrder: true);
        Notify.OnTaking = _ => Task.CompletedTask;
        await SendDueAsync();
        Notify.Taken.Count.ShouldBe(Many);
        Notify.AskedFor.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendDue_NotifyAwayForADay_LosesNothingAndWakesNobody()
    {
        var messages = new List<OutgoingMessage>();
        for (var number = 0; number < 6; number++)
        {
            messages.Add(await ToContactAsync($"07700 90000{number}"));
        }

        Notify.Answer = _ => NotifyAnswer.ServerError;
        var back = Site.Clock.GetUtcNow().AddHours(27);
        while (Notify.Taken.Count < messages.Count && Site.Clock.GetUtcNow() < back.AddDays(2))
        {
            Notify.Answer = _ => Site.Clock.GetUtcNow() < back ? NotifyAnswer.ServerError : NotifyAnswer.Created;
            Notify.OnTaking = _ =>
            {
                Site.Clock.GetUtcNow().Hour.ShouldBeInRange(9, 17);
                return Task.CompletedTask;
            };
            await SendDueAsync();
            Site.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Notify.Taken.Select(m => m.Reference).Order().ShouldBe(messages.Select(m => m.Id.ToString()).Order());
        (await Site.InDatabaseAsync(db => db.OutgoingMessages.CountAsync(m => m.State == OutgoingMessageState.Sent))).ShouldBe(messages.Count);
    }

    [Fact]
    public async Task SendDue_Everything_LeavesNoLinkCodeKeyOrNumberBehind()
    {
        var message = await InviteAsync();
        Notify.Answer = _ => NotifyAnswer.BadRequest;
        var refused = await ToContactAsync("07700 900777");
        await SendDueAsync();
        Notify.Answer = _ => NotifyAnswer.Created;
        await Site.InDatabaseAsync(async db =>
        {
            db.Add((await db.OutgoingMessages.FindAsync(message.Id))!.TryOnceMore(new(Guid.NewGuid(), Now))!);
            return await db.SaveChangesAsync();
        });
        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem();
        (await StandingAsync(refused)).ShouldBe((OutgoingMessageState.Failed, WhyNot.Refused));
        var code = Key.CodeOf(message.AboutId).Value;
        string[] secrets = [code, FakeNotify.Secret, FakeNotify.ServiceId, FakeNotify.CallbackToken, FakeNotify.InboundToken, "900123", "900777"];
        Site.Log.Text.ShouldContain("Messages: ");
        foreach (var secret in secrets)
        {
            Site.Log.Text.ShouldNotContain(secret);
        }

        var kept = await Site.Database.FilesAsync();
        kept.ShouldNotBeEmpty();
        foreach (var file in kept)
        {
            foreach (var secret in secrets.Take(5))
            {
                file.Contains(secret).ShouldBeFalse(file.Name);
            }
        }
    }

    public sealed class OnSqlite() : SenderTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : SenderTests(TestDatabaseProvider.PostgreSql);
}
