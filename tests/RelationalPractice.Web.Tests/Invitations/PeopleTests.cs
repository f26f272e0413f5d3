using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

public abstract class PeopleTests(StaffSite site)
{
    [Fact]
    public async Task Create_EverythingSaid_IsKeptEncryptedAndShown()
    {
        var (browser, family) = await AtFamilyAsync();
        var (name, mobile) = ($"عائشة {Guid.NewGuid():N}", Contacts.NewMobile());
        await browser.FollowAsync("Add a person");

        var page = await browser.SubmitAsync(
            "Add the person", ("Name", name), ("Role", "Carer"), ("Mobile", mobile), ("Email", "a@example.org"), ("Language", "cy"), ("NoEmail", "true"),
            ("Hours", "Mornings"), ("Note", "<b>Her mother</b> picks up"));

        page.Document.QuerySelector("h3[dir=auto]")!.TextContent.ShouldBe(name);
        page.Text.ShouldContain("<b>Her mother</b> picks up");
        page.Text.ShouldContain("Do not e-mail");
        var person = await site.InDatabaseAsync(db => db.FamilyMembers.Where(m => m.FamilyId == family.Id).Select(m => m.Person!).SingleAsync());
        (person.Language, person.MayText, person.MayEmail, person.Hours).ShouldBe(("cy", true, false, SafeHours.Mornings));
        System.Text.Encoding.UTF8.GetString(person.Name.Ciphertext).ShouldNotContain(name);
        (await site.AuditedAsync(AuditEventKind.PersonAdded, person.Id)).ShouldBe(1);
        site.Log.Text.ShouldNotContain(name);
    }

    [Theory]
    [InlineData("Name", "", "Write the person’s name")]
    [InlineData("Name", "???", "Write the person’s name")]
    [InlineData("Mobile", "12", "That is not a telephone number. Write it like 07700 900123")]
    [InlineData("Mobile", "01632 960123", "That is a landline, which takes no texts. Give a mobile number")]
    [InlineData("Mobile", "070 1234 5678", "That number costs whoever calls or texts it. Give another")]
    [InlineData("Email", "ada@", "That is not an e-mail address. Write it like name@example.org")]
    [InlineData("Language", "xx-none", "Choose a language")]
    public async Task Create_SomethingWrong_SaysSoAndKeepsTheRest(string field, string typed, string message)
    {
        var (browser, family) = await AtFamilyAsync();
        await browser.FollowAsync("Add a person");

        var page = await browser.ForgeAsync(
            "Add the person", [("Name", "Ada"), ("Role", "Parent"), ("Mobile", "07700 900123"), ("Note", "Ring twice"), (field, typed)]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([message]);
        page.Document.QuerySelector("#Note")!.TextContent.ShouldContain("Ring twice");
        (await site.InDatabaseAsync(db => db.FamilyMembers.CountAsync(m => m.FamilyId == family.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Create_NoWayToReachThem_AsksForOne()
    {
        var (browser, _) = await AtFamilyAsync();
        await browser.FollowAsync("Add a person");

        (await browser.SubmitAsync("Add the person", ("Name", "Ada"), ("Role", "Parent"))).Errors.ShouldBe(["Give a mobile number or an e-mail address"]);
    }

    [Fact]
    public async Task Create_SomebodyOfAnotherFamily_IsOnePersonAndNothingUnsafeIsLost()
    {
        var (browser, family) = await AtFamilyAsync();
        var other = await Contacts.FamilyAsync(site, (await ReleasedFeedback.OfNewTeamAsync(site)).Worker.Id);
        var (name, mobile) = (Contacts.NewName(), Contacts.NewMobile());
        var known = await Contacts.PersonAsync(site, other.Id, name, mobile);
        await browser.FollowAsync("Add a person");

        var page = await browser.SubmitAsync("Add the person", ("Name", name.ToUpperInvariant()), ("Role", "Relative"), ("Mobile", mobile), ("NoText", "true"));

        page.Text.ShouldContain("This person was known already");
        var members = await site.InDatabaseAsync(db => db.FamilyMembers.Where(m => m.PersonId == known.Id).Include(m => m.Person).ToListAsync());
        members.Select(m => m.FamilyId).ShouldBe([family.Id, other.Id], ignoreOrder: true);
        members[0].Person!.MayText.ShouldBeFalse();
        (await site.InDatabaseAsync(db => db.ContactPeople.CountAsync(p => p.NameHash == known.NameHash))).ShouldBe(1);
    }

    [Fact]
    public async Task Create_ButtonPressedTwiceAtOnce_AddsOne()
    {
        var (browser, family) = await AtFamilyAsync();
        await browser.FollowAsync("Add a person");
        var (form, tab) = (browser.Page, browser.NewTab());
        (string, string?)[] typed = [("Name", Contacts.NewName()), ("Role", "Parent"), ("Mobile", Contacts.NewMobile())];

        var pages = await Task.WhenAll(browser.SubmitAsync(form, "Add the person", typed), tab.SubmitAsync(form, "Add the person", typed));

        pages.ShouldAllBe(p => p.Status == HttpStatusCode.OK);
        (await site.InDatabaseAsync(db => db.FamilyMembers.CountAsync(m => m.FamilyId == family.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Change_TwoAtTheSameMoment_TheSecondIsToldAndLosesNothing()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        var person = await Contacts.PersonAsync(site, family.Id);
        var (first, second) = (await team.AsWorkerAsync(), await team.AsManagerAsync());
        await first.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/change");
        await second.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/change");
        await first.SubmitAsync("Save", ("NoText", "true"));

        var told = await second.SubmitAsync("Save", ("Note", "What I wrote"));

        told.Errors.ShouldHaveSingleItem().ShouldStartWith("Somebody changed this person");
        told.Document.QuerySelector("#Note")!.TextContent.ShouldContain("What I wrote");
        (await site.InDatabaseAsync(db => db.ContactPeople.SingleAsync(p => p.Id == person.Id))).ReachNote.ShouldBeNull();
        (await site.AuditedAsync(AuditEventKind.PersonChanged, person.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Change_IntoSomebodyKnownElsewhere_IsExplained()
    {
        var (browser, family) = await AtFamilyAsync();
        var known = await Contacts.PersonAsync(site, family.Id, "Ada Twice", "07700 900001");
        var person = await Contacts.PersonAsync(site, family.Id, "Ada Twice", Contacts.NewMobile());
        await browser.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/change");

        var page = await browser.SubmitAsync("Save", ("Mobile", "07700 900001"));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Somebody of this name and number is known already");
        (await site.InDatabaseAsync(db => db.ContactPeople.SingleAsync(p => p.Id == person.Id))).MobileHash.ShouldNotBe(known.MobileHash);
    }

    [Fact]
    public async Task Remove_TheirOnlyFamily_DeletesThemAndNotTheirOptOut()
    {
        var (browser, family) = await AtFamilyAsync();
        var person = await Contacts.PersonAsync(site, family.Id);
        await browser.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/opt-out");
        (await browser.SubmitAsync("Stop all messages")).Text.ShouldContain("Messages are stopped");
        await browser.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/remove");

        await browser.SubmitAsync("Take them out");

        (await site.InDatabaseAsync(db => db.ContactPeople.CountAsync(p => p.Id == person.Id))).ShouldBe(0);
        (await site.InDatabaseAsync(db => db.OptOuts.CountAsync(o => o.ContactHash == person.MobileHash))).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.PersonRemoved, person.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Remove_OneOfTwoFamilies_LeavesTheOther()
    {
        var (browser, family) = await AtFamilyAsync();
        var other = await Contacts.FamilyAsync(site, family.WorkerId);
        var person = await Contacts.PersonAsync(site, family.Id);
        await site.SaveAsync(new FamilyMember { FamilyId = other.Id, PersonId = person.Id, Role = FamilyRole.Friend });
        var (here, there) = (await InvitedAsync(family, person), await InvitedAsync(other, person));
        (await browser.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/remove")).Text.ShouldContain("Their place in another family stays");

        await browser.SubmitAsync("Take them out");

        (await site.InDatabaseAsync(db => db.FamilyMembers.SingleAsync(m => m.PersonId == person.Id))).FamilyId.ShouldBe(other.Id);
        (await site.InDatabaseAsync(db => db.Invitations.CountAsync(i => i.PersonId == person.Id))).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.OutgoingMessages.SingleAsync(m => m.AboutId == here))).State.ShouldBe(OutgoingMessageState.Cancelled);
        (await site.InDatabaseAsync(db => db.OutgoingMessages.SingleAsync(m => m.AboutId == there))).State.ShouldBe(OutgoingMessageState.Waiting);
    }

    [Fact]
    public async Task OptOut_ByStaff_StopsEveryNumberAndAddress()
    {
        var (browser, family) = await AtFamilyAsync();
        var person = await Contacts.PersonAsync(site, family.Id, email: $"{Guid.NewGuid():N}@example.org");
        await browser.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/opt-out");
        var form = browser.Page;

        await browser.SubmitAsync(form, "Stop all messages");
        await browser.SubmitAsync(form, "Stop all messages");

        var stopped = await site.InDatabaseAsync(db => db.OptOuts.Where(o => o.ContactHash == person.MobileHash || o.ContactHash == person.EmailHash).ToListAsync());
        stopped.Select(o => (o.By, o.Since)).ShouldBe([(OptOutBy.Staff, LocalTime.Today(site.Clock)), (OptOutBy.Staff, LocalTime.Today(site.Clock))]);
    }

    [Fact]
    public async Task LiftOptOut_WithAReason_LetsThemBeginAgain()
    {
        var (worker, family) = await AtFamilyAsync();
        var person = await Contacts.PersonAsync(site, family.Id);
        await worker.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/opt-out");
        (await worker.SubmitAsync("Stop all messages")).Text.ShouldNotContain("Let messages begin again");
        (await worker.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/lift-opt-out")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var quality = await site.SignInAsync(Role.QualityAssurance);
        await quality.GetAsync($"/invitations/families/{family.Id}/people/{person.Id}/lift-opt-out");
        (await quality.SubmitAsync("Let messages begin again")).Errors.ShouldBe(["Say how and when they asked for it"]);

        (await quality.SubmitAsync("Let messages begin again", ("Reason", "They rang on Monday"))).Text.ShouldContain("By text");

        (await site.InDatabaseAsync(db => db.OptOuts.CountAsync(o => o.ContactHash == person.MobileHash))).ShouldBe(0);
        (await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.Kind == AuditEventKind.OptOutLifted && e.SubjectId == person.Id))).Reason.ShouldBe("They rang on Monday");
    }

    private async Task<Guid> InvitedAsync(Family family, ContactPerson person)
    {
        var invitation = new Invitation
        {
            Id = Guid.NewGuid(),
            FamilyId = family.Id,
            PersonId = person.Id,
            Round = InvitationRound.Start,
            DueOn = LocalTime.Today(site.Clock),
            Channel = MessageChannel.Sms,
            CodeHash = new Chance().Bytes(32),
            ExpiresOn = LocalTime.Today(site.Clock).AddDays(Invitation.LinkDays),
        };
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await site.SaveAsync(
            invitation, OutgoingMessage.ToPerson(Guid.NewGuid(), OutgoingMessageKind.Invitation, invitation.Id, person.Id, MessageChannel.Sms, null, "((link))", now, now.AddDays(9)));
        return invitation.Id;
    }

    private async Task<(PageClient Browser, Family Family)> AtFamilyAsync()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        var browser = await team.AsWorkerAsync();
        await browser.GetAsync($"/invitations/families/{family.Id}");
        return (browser, family);
    }

    public sealed class OnSqlite(SqliteSite site) : PeopleTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : PeopleTests(site), IClassFixture<PostgreSqlSite>;
}
