using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Invitations;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

public abstract class IndexTests(StaffSite site) : IAsyncLifetime
{
    private DateOnly Today => LocalTime.Today(site.Clock);

    [Fact]
    public async Task Get_NobodyDue_SaysSo()
    {
        var page = await (await QualityAsync()).GetAsync("/invitations");

        page.Text.ShouldContain("Due now: 0");
        page.Text.ShouldContain("Nobody is due today.");
        page.Text.ShouldContain("Everybody else is between two rounds.");
    }

    [Fact]
    public async Task Get_QualityTeam_SeesWhoIsDueWhyAndByWhatWay()
    {
        await site.AddFamilyAsync(name: "عائشة <b>Brown</b>");
        await site.AddFamilyAsync(name: "Old Stager", startedOn: Today.AddMonths(-6), email: "old@mail.example");
        await site.AddFamilyAsync(name: "Gone Home", startedOn: Today.AddMonths(-8), endedOn: Today.AddDays(-42), role: FamilyRole.YoungPerson);

        var page = await (await QualityAsync()).GetAsync("/invitations");

        page.Text.ShouldContain("Due now: 3");
        Rows(page).ShouldBe(
        [
            $"عائشة <b>Brown</b> Parent|{SampleAuthority.WorkerName}|At the start: involvement began on 7 January 2031|Text",
            $"Gone Home Young person|{SampleAuthority.WorkerName}|After the end: involvement ended on 3 December 2030|Text",
            $"Old Stager Parent|{SampleAuthority.WorkerName}|Every 3 months since 14 July 2030: due on 14 January 2031|E-mail",
        ], ignoreOrder: true);
        page.Document.QuerySelectorAll("main b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_NextTwoWeeks_AreCountedByDay()
    {
        await site.AddFamilyAsync(startedOn: Today);
        await site.AddFamilyAsync(startedOn: Today);
        await site.AddFamilyAsync(startedOn: Today.AddDays(7));
        await site.AddFamilyAsync(startedOn: Today.AddDays(8));

        var page = await (await QualityAsync()).GetAsync("/invitations");

        Rows(page).ShouldBe(["21 January 2031|2", "28 January 2031|1"]);
    }

    [Fact]
    public async Task Get_NotAsked_AreCountedWithAWayToThem()
    {
        var stopped = await site.AddFamilyAsync(name: "Stopped Person");
        await site.SaveAsync(new OptOut { ContactHash = stopped.Person.MobileHash!, Since = Today, By = OptOutBy.Family });
        var paused = await site.AddFamilyAsync(name: "Paused Person");
        await site.InDatabaseAsync(db => db.Families.Where(f => f.Id == paused.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.PausedUntil, Today.AddDays(30))));
        await site.AddFamilyAsync(name: "Letter Only", mobile: "none");
        var browser = await QualityAsync();

        var page = await browser.GetAsync("/invitations");

        page.Text.ShouldContain("Messages to them are stopped: 1");
        page.Text.ShouldContain("Messages to them are paused: 1");
        page.Text.ShouldContain("No number or address that may be written to: 1");
        await browser.FollowAsync("Messages to them are paused");
        browser.Page.Path.ShouldBe("/invitations/not-asked/paused");
        Rows(browser.Page).Single().ShouldStartWith("Paused Person Parent|");
        browser.Page.Text.ShouldContain("Next on 13 February 2031");
        (await browser.GetAsync("/invitations/not-asked/stopped")).Text.ShouldContain("Stopped Person");
        (await browser.GetAsync("/invitations/not-asked/no-such-reason")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ManyDue_ArePaged()
    {
        for (var count = 0; count <= PlanForStaff.PageSize; count++)
        {
            await site.AddFamilyAsync();
        }

        var browser = await QualityAsync();
        Rows(await browser.GetAsync("/invitations")).Count.ShouldBe(PlanForStaff.PageSize);
        Rows(await browser.FollowAsync($"Next {PlanForStaff.PageSize}")).Count.ShouldBe(1);
        (await browser.GetAsync("/invitations?from=-3")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/invitations?from=9999")).Text.ShouldContain("There are no more after these.");
    }

    [Fact]
    public async Task Get_WorkerAndManager_SeeTheirOwnFamiliesOnly()
    {
        var (mine, worker, manager) = await StaffedAsync();
        await site.AddFamilyAsync(name: "Family Mine", workerId: mine);
        await site.AddFamilyAsync(name: "Family Elsewhere");

        foreach (var browser in new[] { await site.SignInAsync(worker), await site.SignInAsync(manager) })
        {
            var page = await browser.GetAsync("/invitations");
            page.Text.ShouldContain("Family Mine");
            page.Text.ShouldNotContain("Family Elsewhere");
            page.Text.ShouldContain("Due now: 1");
            page.Document.QuerySelectorAll("a[href='/invitations/send'], a[href='/invitations/settings']").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Get_Worker_CannotTellWhetherSomebodyAnswered()
    {
        var (mine, worker, manager) = await StaffedAsync();
        var key = await site.ContactKeyAsync();
        var pages = new List<string>();
        var family = await site.AddFamilyAsync(name: "Asked Person", startedOn: Today.AddDays(-24), workerId: mine);
        var (invitation, message, _) = family.Invited(key, Today.AddDays(-17));
        await site.SaveAsync(invitation, message);
        (await (await QualityAsync()).GetAsync("/invitations")).Text.ShouldContain("Reminder: asked for");
        await LookAsync();

        await site.InDatabaseAsync(db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(i => i.AnsweredOn, Today)));
        (await (await QualityAsync()).GetAsync("/invitations")).Text.ShouldNotContain("Reminder: asked for");
        await LookAsync();
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await site.SaveAsync(OutgoingMessage.ToPerson(Guid.NewGuid(), OutgoingMessageKind.Reminder, invitation.Id, family.Person.Id, MessageChannel.Sms, null, "((link))", now, now));
        await LookAsync();

        pages.Distinct().ShouldHaveSingleItem().ShouldContain("Due now: 0");

        async Task LookAsync()
        {
            foreach (var browser in new[] { await site.SignInAsync(worker), await site.SignInAsync(manager) })
            {
                pages.Add(PageText.Of((await browser.GetAsync("/invitations")).Document.QuerySelector("main")));
            }
        }
    }

    [Fact]
    public async Task Send_WhatIsDue_GoesOutOnceAndIsWrittenDown()
    {
        var family = await site.AddFamilyAsync();
        var browser = await QualityAsync();
        var page = await browser.GetAsync("/invitations/send");
        page.Text.ShouldContain("1 invitation: 1 by text, 0 by e-mail.");

        await browser.SubmitAsync("Let these go out");

        browser.Page.Path.ShouldBe("/invitations?sent=1-0");
        browser.Page.Text.ShouldContain("1 invitation will go out in the hours that are safe for each person.");
        (await site.InvitationsOfAsync(family)).Count.ShouldBe(1);
        var audited = await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.Kind == AuditEventKind.InvitationsPlanned));
        audited.Reason.ShouldBe("1 invitations, 0 reminders");
        (await browser.GetAsync("/invitations/not-asked/on-its-way")).Text.ShouldContain("A message to them waits to go out: 1");
    }

    [Fact]
    public async Task Send_PressedTwiceOrByTwo_GoesOutOnceAndTheOtherIsTold()
    {
        var family = await site.AddFamilyAsync();
        var (first, second) = (await QualityAsync(), await QualityAsync());
        var (seenByFirst, seenBySecond) = (await first.GetAsync("/invitations/send"), await second.GetAsync("/invitations/send"));

        await first.SubmitAsync(seenByFirst, "Let these go out");
        var page = await second.SubmitAsync(seenBySecond, "Let these go out");

        (page.Status, page.Errors.Single()).ShouldBe((HttpStatusCode.BadRequest,
            "The list has changed since you looked, or a colleague let it go out. Nothing was sent by you. Look at it as it is now"));
        (await site.InvitationsOfAsync(family)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_SomebodyStoppedSinceItWasShown_IsShownAgainFirst()
    {
        var family = await site.AddFamilyAsync();
        await site.AddFamilyAsync();
        var browser = await QualityAsync();
        await browser.GetAsync("/invitations/send");
        await site.SaveAsync(new OptOut { ContactHash = family.Person.MobileHash!, Since = Today, By = OptOutBy.Family });

        (await browser.SubmitAsync("Let these go out")).Status.ShouldBe(HttpStatusCode.BadRequest);

        browser.Page.Text.ShouldContain("1 invitation: 1 by text");
        (await site.InDatabaseAsync(db => db.Invitations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Get_Send_ShowsEachTextWithItsLengthAndTheYearsPrice()
    {
        await site.AddFamilyAsync(startedOn: Today);
        var page = await (await QualityAsync()).GetAsync("/invitations/send");

        page.Text.ShouldContain("https://localhost/f/XXXXXXXXXXXXXXXXXX");
        page.Document.QuerySelectorAll("main h3").Length.ShouldBe(6);
        page.Text.ShouldContain("characters, 1 text");
        page.Text.ShouldContain("Nobody is due today");
        page.Text.ShouldContain("5 to 10 texts");
        page.Text.ShouldContain("£0.00 to £0.00, at 2.4 pence a text");
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private Task<PageClient> QualityAsync() => site.SignInAsync(Role.QualityAssurance);

    private async Task<(Guid Mine, StaffMember Worker, StaffMember Manager)> StaffedAsync()
    {
        var (worker, manager) = (await site.HireAsync(Role.Worker), await site.HireAsync(Role.Manager));
        var team = new Team { Id = Guid.NewGuid(), Name = "Quay team", ServiceAreaId = SampleAuthority.AreaId };
        var mine = new Worker { Id = Guid.NewGuid(), Name = "Ada Quill", TeamId = team.Id, StaffMemberId = worker.Id };
        await site.SaveAsync(team, mine, new TeamManager { TeamId = team.Id, StaffMemberId = manager.Id });
        return (mine.Id, worker, manager);
    }

    private static IReadOnlyList<string> Rows(Page page) =>
        [.. page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(PageText.Of)))];

    // What is due is asked of the whole database, so each test has one of its own.
    public sealed class OnSqlite() : IndexTests(new SqliteSite());

    public sealed class OnPostgreSql() : IndexTests(new PostgreSqlSite());
}
