using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Families;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

public abstract class InvitationPlanningTests(StaffSite site) : IAsyncLifetime
{
    [Fact]
    public async Task Keep_FamilyThatIsDue_HasAnInvitationAndAMessageThatWaits()
    {
        var family = await site.AddFamilyAsync();

        (await site.PlanAsync()).ShouldBe(new PlannedCounts(1, 0));

        var invitation = (await site.InvitationsOfAsync(family)).ShouldHaveSingleItem();
        var today = LocalTime.Today(site.Clock);
        (invitation.Round, invitation.DueOn, invitation.ExpiresOn, invitation.AnsweredOn).ShouldBe((InvitationRound.Start, today, today.AddDays(Invitation.LinkDays), (DateOnly?)null));
        var key = await site.ContactKeyAsync();
        invitation.CodeHash.ShouldBe(key.HashOf(key.CodeOf(invitation.Id)));
        var message = (await site.MessagesToAsync(family)).ShouldHaveSingleItem();
        (message.Kind, message.AboutId, message.Channel, message.State).ShouldBe((OutgoingMessageKind.Invitation, invitation.Id, MessageChannel.Sms, OutgoingMessageState.Waiting));
        message.Body.ShouldContain(OutgoingMessage.LinkPlace);
        message.Body.ShouldNotContain(key.CodeOf(invitation.Id).Value);
        message.NextTryAtUtc.ShouldBe(site.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Keep_SaturdayAndEveningsOnly_WaitsForMondayEvening()
    {
        site.Clock.MoveTo(new DateTimeOffset(2031, 3, 29, 23, 30, 0, TimeSpan.Zero));
        var family = await site.AddFamilyAsync();
        await site.InDatabaseAsync(db => db.ContactPeople.Where(p => p.Id == family.Person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Hours, SafeHours.Evenings)));

        await site.PlanAsync();

        // The clocks go forward in the night between: five in London is four in UTC.
        (await site.MessagesToAsync(family)).Single().NextTryAtUtc.ShouldBe(new DateTime(2031, 3, 31, 16, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task Keep_Again_AddsNothing()
    {
        await site.AddFamilyAsync();
        await site.PlanAsync();

        (await site.PlanAsync()).ShouldBe(new PlannedCounts(0, 0));
    }

    [Fact]
    public async Task Keep_SamePlanBySeveralAtOnce_IsKeptOnce()
    {
        var families = new List<InvitedFamily>();
        for (var count = 0; count < 12; count++)
        {
            families.Add(await site.AddFamilyAsync());
        }

        var key = await site.ContactKeyAsync();
        var kept = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var planning = scope.ServiceProvider.GetRequiredService<InvitationPlanning>();
            var plan = await planning.MakeAsync(default);
            plan.Due.Count().ShouldBeOneOf(0, families.Count);
            return await planning.KeepAsync(plan, key, new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime), default);
        }));

        kept.Sum(counts => counts.Invitations).ShouldBe(families.Count);
        (await site.InDatabaseAsync(db => db.Invitations.CountAsync())).ShouldBe(families.Count);
        (await site.InDatabaseAsync(db => db.OutgoingMessages.CountAsync())).ShouldBe(families.Count);
        (await site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == AuditEventKind.InvitationsPlanned))).ShouldBe(1);
    }

    [Fact]
    public async Task Keep_PlanThatIsOld_LeavesOutWhoHasStoppedMessagesSince()
    {
        var family = await site.AddFamilyAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var planning = scope.ServiceProvider.GetRequiredService<InvitationPlanning>();
        var plan = await planning.MakeAsync(default);
        plan.Due.ShouldNotBeEmpty();
        await site.SaveAsync(new OptOut { ContactHash = family.Person.MobileHash!, Since = plan.Today, By = OptOutBy.Provider });

        var counts = await planning.KeepAsync(plan, await site.ContactKeyAsync(), new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime), default);

        counts.ShouldBe(new PlannedCounts(0, 0));
        (await site.InvitationsOfAsync(family)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Database_SecondInvitationOfARound_IsRefused()
    {
        var family = await site.AddFamilyAsync();
        var key = await site.ContactKeyAsync();
        await site.SaveAsync(family.Invited(key, new DateOnly(2031, 1, 14)).Invitation);

        await Should.ThrowAsync<DbUpdateException>(() => site.SaveAsync(family.Invited(key, new DateOnly(2031, 1, 14)).Invitation));
    }

    [Fact]
    public async Task Keep_EmailOptedOut_MeansTheNumberToo()
    {
        var family = await site.AddFamilyAsync(mobile: Invited.NewMobile(), email: "alex.quiet@mail.example");
        await site.SaveAsync(new OptOut { ContactHash = family.Person.EmailHash!, Since = new DateOnly(2030, 1, 1), By = OptOutBy.Family });

        (await site.PlanAsync()).ShouldBe(new PlannedCounts(0, 0));
    }

    [Fact]
    public async Task Keep_PersonInTwoFamilies_IsAskedAboutTheOtherAWeekLater()
    {
        var one = await site.AddFamilyAsync();
        var other = await site.AddFamilyAsync(person: one.Person);

        (await site.PlanAsync()).Invitations.ShouldBe(1);
        await site.SendAllAsync();
        site.Clock.Advance(TimeSpan.FromDays(6));
        (await site.PlanAsync()).Invitations.ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await site.PlanAsync()).Invitations.ShouldBe(1);

        (await site.InvitationsOfAsync(one)).Count.ShouldBe(1);
        (await site.InvitationsOfAsync(other)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(OutgoingMessageKind.Invitation)]
    [InlineData(OutgoingMessageKind.Reminder)]
    public async Task Keep_MessageAboutOneFamilyWaitsLong_OtherIsAskedAWeekAfterItWentOut(OutgoingMessageKind waits)
    {
        var today = LocalTime.Today(site.Clock);
        var one = await site.AddFamilyAsync();
        var other = await site.AddFamilyAsync(startedOn: today.AddDays(20), person: one.Person);
        await site.PlanAsync();
        if (waits == OutgoingMessageKind.Reminder)
        {
            await site.SendAllAsync();
        }

        site.Clock.Advance(TimeSpan.FromDays(26));
        await site.PlanAsync();
        site.Clock.Advance(TimeSpan.FromDays(3));
        (await site.MessagesToAsync(one)).Where(message => message.State == OutgoingMessageState.Waiting).ShouldHaveSingleItem().Kind.ShouldBe(waits);

        (await site.PlanAsync()).ShouldBe(new PlannedCounts(0, 0));
        await site.SendAllAsync();
        site.Clock.Advance(TimeSpan.FromDays(6));
        (await site.PlanAsync()).Invitations.ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PlanAsync();
        (await site.InvitationsOfAsync(other)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keep_NotAnswered_IsRemindedOnce()
    {
        var family = await site.AddFamilyAsync(email: "asha@mail.example");
        await site.PlanAsync();
        await site.SendAllAsync();

        site.Clock.Advance(TimeSpan.FromDays(14));
        (await site.PlanAsync()).ShouldBe(new PlannedCounts(0, 1));
        await site.SendAllAsync();
        site.Clock.Advance(TimeSpan.FromDays(20));
        (await site.PlanAsync()).ShouldBe(new PlannedCounts(0, 0));

        var messages = await site.MessagesToAsync(family);
        messages.Select(message => message.Kind).ShouldBe([OutgoingMessageKind.Invitation, OutgoingMessageKind.Reminder]);
        messages.Select(message => message.AboutId).Distinct().Count().ShouldBe(1);
        messages.ShouldAllBe(message => message.Channel == MessageChannel.Email && message.Subject != null && message.Body.Contains(OutgoingMessage.StopPlace));
    }

    [Fact]
    public async Task Keep_YoungPerson_IsWrittenToInTheirWords()
    {
        var family = await site.AddFamilyAsync(role: FamilyRole.YoungPerson);

        await site.PlanAsync();

        (await site.MessagesToAsync(family)).Single().Body.ShouldBe(InvitationTexts.Invitation("en", Surveys.Audience.YoungPerson, InvitationRound.Start).Sms);
    }

    [Fact]
    public async Task Schedule_Automatic_LetsThemGoOutOnceADay()
    {
        await site.InDatabaseAsync(db => db.InvitationSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.Automatic, true)));
        var family = await site.AddFamilyAsync();

        site.Clock.Advance(Schedule.Interval);
        await Eventually.TrueAsync(async () => (await site.InvitationsOfAsync(family)).Count == 1, "invited by itself");
        await Eventually.TrueAsync(async () => await DailyAsync() == 1, "written down");
        var later = await site.AddFamilyAsync();
        await RunDailyAsync();
        (await site.InvitationsOfAsync(later)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(RunDailyAsync(), RunDailyAsync(), RunDailyAsync());
        (await site.InvitationsOfAsync(later)).Count.ShouldBe(1);
        await Eventually.TrueAsync(async () => await DailyAsync() == 2, "written down once more");
    }

    [Fact]
    public async Task Schedule_ByHand_LetsNothingGoOut()
    {
        var family = await site.AddFamilyAsync();

        await RunDailyAsync();

        (await site.InvitationsOfAsync(family)).ShouldBeEmpty();
        (await DailyAsync()).ShouldBe(0);
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private Task<int> DailyAsync() => site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == AuditEventKind.InvitationsPlanned && e.ActorId == null));

    private async Task RunDailyAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InvitationPlanning>().KeepDailyAsync(await site.ContactKeyAsync(), default);
    }

    // What is due is asked of the whole database, so each test has one of its own.
    public sealed class OnSqlite() : InvitationPlanningTests(new SqliteSite());

    public sealed class OnPostgreSql() : InvitationPlanningTests(new PostgreSqlSite());
}
