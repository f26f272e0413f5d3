using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

public abstract class FamiliesTests(StaffSite site)
{
    [Fact]
    public async Task Create_ByTheWorker_IsTheirsAndAudited()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var browser = await team.AsWorkerAsync();
        await browser.GetAsync("/invitations/families");
        await browser.FollowAsync("Add a family");

        var page = await browser.SubmitAsync("Add the family", ("StartedOn", "2031-01-02"), ("EndedOn", ""), ("Interval", "6"));

        page.Text.ShouldContain("The family is added");
        page.Text.ShouldContain("Every 6 months");
        var family = await site.InDatabaseAsync(db => db.Families.SingleAsync(f => f.WorkerId == team.Worker.Id));
        (family.StartedOn, family.EndedOn, family.IntervalMonths).ShouldBe((new DateOnly(2031, 1, 2), null, 6));
        (await site.AuditedAsync(AuditEventKind.FamilyAdded, family.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Create_ButtonPressedTwice_AddsOne()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var browser = await team.AsWorkerAsync();
        var form = await browser.GetAsync("/invitations/families/create");

        await browser.SubmitAsync(form, "Add the family", ("StartedOn", "2031-01-02"));
        (await browser.SubmitAsync(form, "Add the family", ("StartedOn", "2031-01-02"))).Status.ShouldBe(HttpStatusCode.OK);

        (await site.InDatabaseAsync(db => db.Families.CountAsync(f => f.WorkerId == team.Worker.Id))).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "", "Give the day on which involvement started, such as 3 March 2026")]
    [InlineData("1831-01-02", "", "The start must be within the last 30 years, or soon")]
    [InlineData("2031-01-02", "2031-01-01", "The involvement cannot end before it starts")]
    [InlineData("2031-01-02", "soon", "Give the last day of involvement, such as 3 May 2026, or leave it empty")]
    public async Task Create_DaysThatCannotBe_SaysSoAndKeepsWhatWasTyped(string start, string end, string message)
    {
        var browser = await (await ReleasedFeedback.OfNewTeamAsync(site)).AsWorkerAsync();
        await browser.GetAsync("/invitations/families/create");

        var page = await browser.ForgeAsync("Add the family", ("StartedOn", start), ("EndedOn", end));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([message]);
        (page.Document.QuerySelector("#EndedOn")!.GetAttribute("value") ?? "").ShouldBe(end);
    }

    [Fact]
    public async Task Create_WorkerOfAnotherTeam_IsRefused()
    {
        var (own, other) = (await ReleasedFeedback.OfNewTeamAsync(site), await ReleasedFeedback.OfNewTeamAsync(site));
        var browser = await own.AsManagerAsync();
        (await browser.GetAsync("/invitations/families/create")).Document.QuerySelectorAll("#WorkerId option").Length.ShouldBe(2);

        (await browser.ForgeAsync("Add the family", ("StartedOn", "2031-01-02"), ("WorkerId", $"{other.Worker.Id}"))).Errors.ShouldBe(["Choose the social worker"]);
    }

    [Fact]
    public async Task EveryPage_SomebodyElsesFamily_IsNotThereAndAudited()
    {
        var (own, other) = (await ReleasedFeedback.OfNewTeamAsync(site), await ReleasedFeedback.OfNewTeamAsync(site));
        var family = await Contacts.FamilyAsync(site, other.Worker.Id);
        var person = await Contacts.PersonAsync(site, family.Id);
        string[] addresses =
        [
            "", "/change", "/pause", "/people/create", $"/people/{person.Id}/change", $"/people/{person.Id}/remove", $"/people/{person.Id}/opt-out",
        ];
        foreach (var browser in new[] { await own.AsWorkerAsync(), await own.AsManagerAsync() })
        {
            var before = await site.AuditedAsync(AuditEventKind.EntryRefused, family.Id);
            foreach (var address in addresses)
            {
                var page = await browser.GetAsync($"/invitations/families/{family.Id}{address}");
                page.Status.ShouldBe(HttpStatusCode.NotFound, address);
                page.Text.ShouldNotContain(Contacts.Protector(site).Reveal(person.Name)!);
            }

            (await site.AuditedAsync(AuditEventKind.EntryRefused, family.Id)).ShouldBe(before + addresses.Length);
        }
    }

    [Fact]
    public async Task Post_SomebodyElsesFamily_ChangesNothing()
    {
        var (own, other) = (await ReleasedFeedback.OfNewTeamAsync(site), await ReleasedFeedback.OfNewTeamAsync(site));
        var (mine, theirs) = (await Contacts.FamilyAsync(site, own.Worker.Id), await Contacts.FamilyAsync(site, other.Worker.Id));
        var person = await Contacts.PersonAsync(site, theirs.Id);
        var browser = await own.AsWorkerAsync();
        var token = (await browser.GetAsync($"/invitations/families/{mine.Id}/pause")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        (await browser.PostAsync($"/invitations/families/{theirs.Id}/pause", [("Until", "2031-06-01"), ("__RequestVerificationToken", token)])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync($"/invitations/families/{theirs.Id}/people/{person.Id}/opt-out", [("__RequestVerificationToken", token)])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync($"/invitations/families/{mine.Id}/people/{person.Id}/remove", [("__RequestVerificationToken", token)])).Status.ShouldBe(HttpStatusCode.NotFound);

        (await site.InDatabaseAsync(db => db.Families.SingleAsync(f => f.Id == theirs.Id))).PausedUntil.ShouldBeNull();
        (await site.InDatabaseAsync(db => db.FamilyMembers.CountAsync(m => m.PersonId == person.Id))).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.OptOuts.CountAsync(o => o.ContactHash == person.MobileHash))).ShouldBe(0);
    }

    [Fact]
    public async Task List_EachRole_SeesItsOwn()
    {
        var (own, other) = (await ReleasedFeedback.OfNewTeamAsync(site), await ReleasedFeedback.OfNewTeamAsync(site));
        var (mine, theirs) = (await Contacts.FamilyAsync(site, own.Worker.Id), await Contacts.FamilyAsync(site, other.Worker.Id));

        foreach (var browser in new[] { await own.AsWorkerAsync(), await own.AsManagerAsync() })
        {
            var links = Families(await browser.GetAsync("/invitations/families"));
            links.ShouldContain($"/invitations/families/{mine.Id}");
            links.ShouldNotContain($"/invitations/families/{theirs.Id}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_WholeNameOrNumber_FindsTheFamilyAndWritesNothingIntoTheAddress(bool byNumber)
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        await Contacts.FamilyAsync(site, team.Worker.Id);
        var (name, mobile) = (Contacts.NewName(), Contacts.NewMobile());
        await Contacts.PersonAsync(site, family.Id, name, mobile);
        var browser = await team.AsWorkerAsync();
        await browser.GetAsync("/invitations/families");

        var page = await browser.SubmitAsync("Find", ("Search", byNumber ? mobile.Replace("07", "+44 (0)7", StringComparison.Ordinal) : name.ToUpperInvariant()));

        page.Path.ShouldBe("/invitations/families");
        Families(page).ShouldBe([$"/invitations/families/{family.Id}"]);
        page.Text.ShouldContain("1 family was found");
    }

    [Fact]
    public async Task Find_SomebodyElsesFamily_FindsNobody()
    {
        var (own, other) = (await ReleasedFeedback.OfNewTeamAsync(site), await ReleasedFeedback.OfNewTeamAsync(site));
        var name = Contacts.NewName();
        await Contacts.PersonAsync(site, (await Contacts.FamilyAsync(site, other.Worker.Id)).Id, name);
        var browser = await own.AsManagerAsync();
        await browser.GetAsync("/invitations/families");

        (await browser.SubmitAsync("Find", ("Search", name))).Text.ShouldContain("Nobody was found");
        await browser.GetAsync("/invitations/families");
        (await browser.SubmitAsync("Find", ("Search", " "))).Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Change_TwoAtTheSameMoment_TheSecondIsToldAndLosesNothing()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        var (first, second) = (await team.AsWorkerAsync(), await team.AsManagerAsync());
        await first.GetAsync($"/invitations/families/{family.Id}/change");
        await second.GetAsync($"/invitations/families/{family.Id}/change");
        await first.SubmitAsync("Save", ("EndedOn", "2031-01-10"));

        var told = await second.SubmitAsync("Save", ("Interval", "12"));

        told.Status.ShouldBe(HttpStatusCode.BadRequest);
        told.Errors.ShouldHaveSingleItem().ShouldStartWith("Somebody changed this family");
        told.Text.ShouldContain("to 10 January 2031");
        told.Document.QuerySelector("#Interval option[selected]")!.GetAttribute("value").ShouldBe("12");
        (await site.InDatabaseAsync(db => db.Families.SingleAsync(f => f.Id == family.Id))).IntervalMonths.ShouldBeNull();
        (await second.SubmitAsync("Save")).Text.ShouldContain("The family is changed");
        (await site.AuditedAsync(AuditEventKind.FamilyChanged, family.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Change_TwoPressAtOnce_OneWins()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        var browsers = new[] { await team.AsWorkerAsync(), await team.AsManagerAsync() };
        foreach (var browser in browsers) await browser.GetAsync($"/invitations/families/{family.Id}/change");

        var pages = await Task.WhenAll(browsers.Select((browser, i) => browser.SubmitAsync("Save", ("Interval", i == 0 ? "4" : "5"))));

        pages.Count(p => p.Status == HttpStatusCode.OK).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.FamilyChanged, family.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Pause_UntilADay_IsShownAndCanBeEnded()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        var browser = await team.AsWorkerAsync();
        await browser.GetAsync($"/invitations/families/{family.Id}/pause");
        (await browser.SubmitAsync("Save", ("Until", "2031-01-14"))).Errors.ShouldBe(["The day must be after today"]);

        (await browser.SubmitAsync("Save", ("Until", "2031-03-01"))).Text.ShouldContain("nothing is sent to this family before 1 March 2031");
        await browser.FollowAsync("Change or end the pause");
        (await browser.SubmitAsync("Save", ("Until", ""))).Text.ShouldNotContain("Paused:");

        (await site.InDatabaseAsync(db => db.Families.SingleAsync(f => f.Id == family.Id))).PausedUntil.ShouldBeNull();
        (await site.AuditedAsync(AuditEventKind.FamilyPaused, family.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Details_FamilyThatHasAnswered_ShowsNothingOfIt()
    {
        var team = await ReleasedFeedback.OfNewTeamAsync(site);
        var family = await Contacts.FamilyAsync(site, team.Worker.Id);
        var person = await Contacts.PersonAsync(site, family.Id);
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var before = (await browser.GetAsync($"/invitations/families/{family.Id}")).Text;
        await site.SaveAsync(new Invitation
        {
            Id = Guid.NewGuid(),
            FamilyId = family.Id,
            PersonId = person.Id,
            Round = InvitationRound.Start,
            DueOn = new DateOnly(2031, 1, 3),
            Channel = RelationalPractice.Messaging.MessageChannel.Sms,
            CodeHash = new Chance().Bytes(32),
            ExpiresOn = new DateOnly(2031, 4, 3),
            AnsweredOn = new DateOnly(2031, 1, 4),
        });

        (await browser.GetAsync($"/invitations/families/{family.Id}")).Text.ShouldBe(before);
    }

    private static List<string> Families(Page page) => [.. page.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!)];

    public sealed class OnSqlite(SqliteSite site) : FamiliesTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : FamiliesTests(site), IClassFixture<PostgreSqlSite>;
}
