using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Families;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

/// <summary>Stopping and pausing messages by the link that came with one.</summary>
public abstract class MessagesTests(StaffSite site)
{
    private const string Stop = "Stop these messages";
    private const string Pause = "Pause them for 3 months";

    private DateOnly Today => LocalTime.Today(site.Clock);

    [Fact]
    public async Task Get_OwnLink_SaysWhatWillHappenNamesNobodyAndChangesNothing()
    {
        var (family, code) = await InviteAsync(name: "Wilhelmina Featherstone");

        var page = await site.Browser().GetAsync($"/messages/{code.Value}");

        page.Heading.ShouldBe(Stop);
        page.Text.ShouldContain("we never write to this number or address again to ask how things are");
        page.Text.ShouldContain("for 3 months");
        page.Text.ShouldNotContain("Wilhelmina");
        page.Text.ShouldNotContain("900");
        (await OptOutsOfAsync(family)).ShouldBeEmpty();
        (await PersonAsync(family)).PausedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Stop_OwnLink_StopsNumberAndAddressAndWhatWaits()
    {
        var (family, code) = await InviteAsync(email: $"{Guid.NewGuid():N}@mail.example");
        await WaitAsync(family, OutgoingMessageKind.Reminder);
        await WaitAsync(family, OutgoingMessageKind.InterviewBooked);
        var browser = site.Browser();
        await browser.GetAsync($"/messages/{code.Value}");

        var page = await browser.SubmitAsync(Stop);

        page.Heading.ShouldBe("These messages are stopped");
        var optOuts = await OptOutsOfAsync(family);
        optOuts.Count.ShouldBe(2);
        optOuts.ShouldAllBe(optOut => optOut.By == OptOutBy.Family && optOut.Since == Today);
        (await StateAsync(family, OutgoingMessageKind.Reminder)).ShouldBe(OutgoingMessageState.Cancelled);
        (await StateAsync(family, OutgoingMessageKind.InterviewBooked)).ShouldBe(OutgoingMessageState.Waiting);
        (await browser.GetAsync($"/messages/{code.Value}")).Heading.ShouldBe("These messages are stopped");
        (await site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.SubjectId == family.Person.Id))).ShouldBe(0);
        (await site.InDatabaseAsync(db => InvitationPlan.MakeAsync(db, db.Families.Where(f => f.Id == family.Id), new InvitationSettings(), Today.AddYears(1), true, default)))
            .People.ShouldHaveSingleItem().Outcome.ShouldBe(new NotDue(NotDueReason.OptedOut, Next: null));
    }

    [Fact]
    public async Task Stop_PressedInFourTabsAtOnce_IsStoppedOnce()
    {
        var (family, code) = await InviteAsync();
        var browser = site.Browser();
        var opened = await browser.GetAsync($"/messages/{code.Value}");
        var tabs = Enumerable.Range(0, 4).Select(_ => browser.NewTab()).ToList();

        var pages = await Task.WhenAll(tabs.Select(tab => tab.SubmitAsync(opened, Stop)));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK && page.Heading == "These messages are stopped");
        (await OptOutsOfAsync(family)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pause_OwnLink_IsQuietForThreeMonthsAndNeverShorter()
    {
        var (family, code) = await InviteAsync();
        await WaitAsync(family, OutgoingMessageKind.Invitation);
        var browser = site.Browser();
        await browser.GetAsync($"/messages/{code.Value}");

        var page = await browser.SubmitAsync(Pause);

        page.Heading.ShouldBe("These messages are paused");
        page.Text.ShouldContain("before 14 April 2031");
        (await PersonAsync(family)).PausedUntil.ShouldBe(Today.AddMonths(3));
        (await StateAsync(family, OutgoingMessageKind.Invitation)).ShouldBe(OutgoingMessageState.Cancelled);

        await site.InDatabaseAsync(db => db.ContactPeople.Where(p => p.Id == family.Person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PausedUntil, new DateOnly(2032, 5, 6))));
        await browser.GetAsync($"/messages/{code.Value}");
        (await browser.SubmitAsync(Pause)).Text.ShouldContain("before 6 May 2032");
        (await PersonAsync(family)).PausedUntil.ShouldBe(new DateOnly(2032, 5, 6));
    }

    [Fact]
    public async Task Stop_ExpiredInvitation_WorksAllTheSame()
    {
        var (family, code) = await InviteAsync(dueOn: Today.AddYears(-2));
        var browser = site.Browser();
        await browser.GetAsync($"/messages/{code.Value}");

        await browser.SubmitAsync(Stop);

        (await OptOutsOfAsync(family)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("NNN999NNN999NNN999")]
    [InlineData("x")]
    [InlineData("<script>")]
    public async Task Get_UnknownCode_SaysSoAndHowElseToStop(string code)
    {
        var page = await site.Browser().GetAsync("/messages/" + Uri.EscapeDataString(code));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("We do not know that link");
        page.Text.ShouldContain("answer a text with STOP");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_NoWish_ChangesNothingAndSaysWhatToChoose()
    {
        var (family, code) = await InviteAsync();
        var browser = site.Browser();
        var page = await browser.GetAsync($"/messages/{code.Value}");
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync($"/messages/{code.Value}", [("__RequestVerificationToken", token), ("wish", "everything")]);

        (answer.Status, answer.Errors.Single()).ShouldBe((HttpStatusCode.BadRequest, "Choose whether to stop or to pause"));
        (await OptOutsOfAsync(family)).ShouldBeEmpty();
    }

    private async Task<(InvitedFamily Family, PersonalCode Code)> InviteAsync(string? name = null, string? email = null, DateOnly? dueOn = null)
    {
        var family = await site.AddFamilyAsync(name: name, mobile: Invited.NewMobile(), email: email);
        var (invitation, _, code) = family.Invited(await site.ContactKeyAsync(), dueOn ?? Today);
        await site.SaveAsync(invitation);
        return (family, code);
    }

    private Task WaitAsync(InvitedFamily family, OutgoingMessageKind kind)
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        return site.SaveAsync(OutgoingMessage.ToPerson(Guid.NewGuid(), kind, Guid.NewGuid(), family.Person.Id, MessageChannel.Sms, null, "((link))", now, now));
    }

    private async Task<OutgoingMessageState> StateAsync(InvitedFamily family, OutgoingMessageKind kind) =>
        (await site.MessagesToAsync(family)).Single(message => message.Kind == kind).State;

    private Task<ContactPerson> PersonAsync(InvitedFamily family) => site.InDatabaseAsync(db => db.ContactPeople.AsNoTracking().SingleAsync(p => p.Id == family.Person.Id));

    private Task<List<OptOut>> OptOutsOfAsync(InvitedFamily family) => site.InDatabaseAsync(db => db.OptOuts.AsNoTracking()
        .Where(o => o.ContactHash == family.Person.MobileHash || o.ContactHash == family.Person.EmailHash).ToListAsync());

    public sealed class OnSqlite(SqliteSite site) : MessagesTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : MessagesTests(site), IClassFixture<PostgreSqlSite>;
}
