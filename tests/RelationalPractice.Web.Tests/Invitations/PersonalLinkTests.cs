using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;
using Family = RelationalPractice.Testing.Families.Family;

namespace RelationalPractice.Web.Tests.Invitations;

/// <summary>The family's way from a personal link: what it fills in, what is remembered and what is not.</summary>
public abstract class PersonalLinkTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    private DateOnly Today => LocalTime.Today(Host.Clock);

    [Fact]
    public async Task Get_OpenLink_IsTheFirstPageForWhoWasInvitedAndChangesNothing()
    {
        var (_, _, code) = await InviteAsync(FamilyRole.YoungPerson);
        var before = await Host.Database.RowsAsync();

        var page = await Host.Browser().GetAsync($"/f/{code.Value}");

        page.Document.QuerySelectorAll("form button[name=audience]").Length.ShouldBe(1);
        page.Heading.ShouldBe("What is your social worker like?");
        page.Text.ShouldNotContain("not in use any more");
        page.Text.ShouldNotContain(SampleAuthority.WorkerName);
        page.Document.QuerySelector($"a[href='/messages/{code.Value}']").ShouldNotBeNull();
        (await Host.Database.RowsAsync()).SelectMany(table => table.Value).ShouldBe(before.SelectMany(table => table.Value));
    }

    [Theory]
    [InlineData("small letters and gaps")]
    [InlineData("as it is")]
    public async Task Start_CodeTypedFromALetter_OpensItAllTheSame(string how)
    {
        var (_, _, code) = await InviteAsync();
        var typed = how == "as it is" ? code.Value : string.Join(' ', code.Value.ToLowerInvariant().Chunk(6).Select(part => new string(part)));

        await NewFamily().Browser.GetAsync("/f/" + Uri.EscapeDataString(typed));
        var family = NewFamily();
        await family.StartAsync(at: "/f/" + Uri.EscapeDataString(typed));

        family.Page.Text.ShouldContain("You came by a link that is yours alone");
    }

    [Fact]
    public async Task Start_ThenEveryPage_NeverHasTheCodeInItsAddressOrLinks()
    {
        var (_, _, code) = await InviteAsync();
        var family = NewFamily();

        await family.StartAsync(at: $"/f/{code.Value}");
        await family.ReachCheckAsync(Tier.Named);
        await family.SendAsync();

        family.Browser.Page.Path.ShouldBe("/feedback/sent");
        family.Page.Document.DocumentElement.OuterHtml.ShouldNotContain(code.Value);
        var again = NewFamily();
        await again.Browser.GetAsync($"/f/{code.Value}");
        var started = await again.Browser.SubmitAsync("Start");
        started.Steps.Skip(1).ShouldAllBe(step => !step.Path.Contains(code.Value, StringComparison.OrdinalIgnoreCase));
        started.Path.ShouldBe("/feedback/leaving");
        started.Document.DocumentElement.OuterHtml.ShouldNotContain(code.Value);
        Host.Log.Text.ShouldNotContain(code.Value);
    }

    [Fact]
    public async Task Send_Named_FillsInTheWorkerAndNotesTheDay()
    {
        var (invited, invitation, code) = await InviteAsync();
        await RemindAsync(invited, invitation);
        var family = NewFamily();

        await family.StartAsync(at: $"/f/{code.Value}");
        await family.ChooseAsync(Tier.Named);
        family.Page.Document.QuerySelector("[name=WorkerName]")!.GetAttribute("value").ShouldBe(SampleAuthority.WorkerName);
        await family.GoOnToCheckAsync(("RespondentName", "Asha Brown"));
        var response = (NamedResponse)await Host.ResponseAsync(await family.SendAsync());

        (response.WorkerId, response.ServiceAreaId, response.TeamId).ShouldBe((SampleAuthority.WorkerId, null, null));
        var stored = await StoredAsync(invitation.Id);
        stored.AnsweredOn.ShouldBe(Today);
        (await ReminderAsync(invitation.Id)).State.ShouldBe(OutgoingMessageState.Cancelled);
    }

    [Theory]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public async Task Send_NotNamed_LeavesTheInvitationAndItsReminderAsTheyWere(Tier tier)
    {
        var (invited, invitation, code) = await InviteAsync();
        await RemindAsync(invited, invitation);
        var family = NewFamily();

        await family.StartAsync(at: $"/f/{code.Value}");
        family.Page.Text.ShouldContain("Unless you give your name, we do not note that you answered, so a reminder may still come.");
        await family.ReachCheckAsync(tier);
        var response = await Host.ResponseAsync(await family.SendAsync());

        (await StoredAsync(invitation.Id)).AnsweredOn.ShouldBeNull();
        (await ReminderAsync(invitation.Id)).State.ShouldBe(OutgoingMessageState.Waiting);
        response.ServiceAreaId.ShouldBeNull();
    }

    [Fact]
    public async Task Send_NamedAfterAnonymousWasChosen_IsNotNotedAnyMore()
    {
        var (_, invitation, code) = await InviteAsync();
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{code.Value}");
        await family.ReachCheckAsync(Tier.Anonymous);

        await family.Browser.FollowAsync("Change How you give feedback");
        family.Page.Text.ShouldNotContain("You came by a link");
        await family.ChooseAsync(Tier.Named);
        await family.GoOnToCheckAsync(("RespondentName", "Asha Brown"));
        await family.SendAsync();

        (await StoredAsync(invitation.Id)).AnsweredOn.ShouldBeNull();
    }

    [Fact]
    public async Task Get_ExpiredLink_LetsThemGiveFeedbackWithoutTheWorker()
    {
        var (_, invitation, code) = await InviteAsync(dueOn: Today.AddDays(-Invitation.LinkDays - 1));
        var family = NewFamily();

        var page = await family.Browser.GetAsync($"/f/{code.Value}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("That address is not in use any more");
        page.Document.QuerySelector($"a[href='/messages/{code.Value}']").ShouldNotBeNull();
        await family.StartAsync(at: $"/f/{code.Value}");
        await family.ChooseAsync(Tier.Named);

        (family.Page.Document.QuerySelector("[name=WorkerName]")!.GetAttribute("value") ?? "").ShouldBe("");
        await family.GoOnToCheckAsync();
        await family.SendAsync();
        (await StoredAsync(invitation.Id)).AnsweredOn.ShouldBeNull();
    }

    [Fact]
    public async Task Get_LastDayOfTheLink_IsStillOpen()
    {
        var (_, _, code) = await InviteAsync(dueOn: Today.AddDays(-Invitation.LinkDays));

        (await Host.Browser().GetAsync($"/f/{code.Value}")).Text.ShouldNotContain("not in use any more");
    }

    [Theory]
    [InlineData(SampleAuthority.UnknownPersonalCode)]
    [InlineData("NNN999NNN999NNN99")]
    [InlineData("NNN999NNN999NNN9999")]
    [InlineData("' OR 1=1 --")]
    public async Task Get_UnknownCode_IsTheKindPageAndOffersNothingToStop(string code)
    {
        var page = await Host.Browser().GetAsync("/f/" + Uri.EscapeDataString(code));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("You can still tell us about your social worker here");
        page.Document.QuerySelectorAll("a[href^='/messages']").ShouldBeEmpty();
    }

    private async Task<(InvitedFamily Family, Invitation Invitation, PersonalCode Code)> InviteAsync(FamilyRole role = FamilyRole.Parent, DateOnly? dueOn = null)
    {
        var key = await Host.ContactKeyAsync();
        var invited = InvitedFamily.New(
            Host.Services.GetRequiredService<PersonalDataProtector>(), key, Today.AddDays(-200), role: role, mobile: Invited.NewMobile());
        var (invitation, message, code) = invited.Invited(key, dueOn ?? Today);
        await Host.InDatabaseAsync(db =>
        {
            db.AddRange(invited.Person, invited.Row, invitation, message);
            return db.SaveChangesAsync();
        });
        return (invited, invitation, code);
    }

    private Task<int> RemindAsync(InvitedFamily invited, Invitation invitation) => Host.InDatabaseAsync(db =>
    {
        var now = Host.Clock.GetUtcNow().UtcDateTime;
        db.Add(OutgoingMessage.ToPerson(Guid.NewGuid(), OutgoingMessageKind.Reminder, invitation.Id, invited.Person.Id, MessageChannel.Sms, null, "((link))", now, now.AddDays(14)));
        return db.SaveChangesAsync();
    });

    private Task<Invitation> StoredAsync(Guid id) => Host.InDatabaseAsync(db => db.Invitations.AsNoTracking().SingleAsync(i => i.Id == id));

    private Task<OutgoingMessage> ReminderAsync(Guid id) =>
        Host.InDatabaseAsync(db => db.OutgoingMessages.AsNoTracking().SingleAsync(m => m.Kind == OutgoingMessageKind.Reminder && m.AboutId == id));

    public sealed class OnSqlite(SqliteHost host) : PersonalLinkTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgreSqlHost host) : PersonalLinkTests(host), IClassFixture<PostgreSqlHost>;
}
