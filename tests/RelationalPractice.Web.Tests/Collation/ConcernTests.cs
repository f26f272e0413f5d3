using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class ConcernTests(StaffSite site) : IAsyncLifetime
{
    private const string FrontDoor = "Front door, Jo Bell";

    [Fact]
    public async Task Escalate_New_SaysWhoWhenToWhomAndWhat()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await OpenAsync(response.Id);
        browser.Page.Text.ShouldContain("The front door: 01632 960 101. Out of hours: 01632 960 102.");

        var page = await browser.SubmitAsync("Write it down", ("ToWhom", FrontDoor), ("Words", "A child says there is no food.\nRang at once."));

        page.Text.ShouldContain("Passed on, 14 January 2031 at 10:20, by Ada Quill");
        page.Text.ShouldContain($"To: {FrontDoor}");
        page.Document.QuerySelectorAll(".practice-history__words")[1].TextContent.ShouldBe("A child says there is no food.\nRang at once.");
        (await site.AuditedAsync(AuditEventKind.ConcernEscalated, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Steps_ToTheEnd_StayOnTheFirstPageUntilClosed()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await EscalateAsync(response.Id);
        (await browser.GetAsync("/staff")).Text.ShouldContain("1 concern is open.");

        await AddAsync(browser, response.Id, ConcernStep.Decided, "A visit today.");
        await AddAsync(browser, response.Id, ConcernStep.Outcome, "The child is safe.");
        (await browser.GetAsync("/staff")).Text.ShouldContain("1 concern is open.");
        var closed = await AddAsync(browser, response.Id, ConcernStep.Closed, "The front door has it.");

        closed.Document.QuerySelectorAll(".practice-history__by strong").Select(step => step.TextContent).ShouldBe(["Passed on", "Decided", "Outcome", "Closed"]);
        closed.Text.ShouldContain("Pass a concern on");
        (await browser.GetAsync("/staff")).Text.ShouldNotContain("Safeguarding concerns");
        (await site.AuditedAsync(AuditEventKind.ConcernAddedTo, response.Id)).ShouldBe(2);
        (await site.AuditedAsync(AuditEventKind.ConcernClosed, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Open_Concern_HoldsUpNothingElse()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await EscalateAsync(response.Id);
        await browser.GetAsync($"/collation/{response.Id}");

        (await browser.SubmitAsync("Mark as read")).Text.ShouldContain("Marked as read.");
        (await browser.GetAsync("/staff")).Text.ShouldContain("1 concern is open.");
    }

    [Fact]
    public async Task Escalate_Nothing_SaysWhatIsMissing()
    {
        var browser = await OpenAsync((await site.ReceiveAnonymousAsync()).Id);

        var page = await browser.SubmitAsync("Write it down");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Say whom you told", "Write down what happened"]);
    }

    [Fact]
    public async Task Add_NothingChosen_SaysSoAndKeepsWhatWasTyped()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await EscalateAsync(response.Id);

        var page = await browser.SubmitAsync("Add it", ("Words", "Half a thought"));

        page.Errors.ShouldBe(["Choose what happened"]);
        page.Document.QuerySelector("#Words")!.TextContent.Trim().ShouldBe("Half a thought");
    }

    [Fact]
    public async Task Add_PassedOnToNobody_IsRefused()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await EscalateAsync(response.Id);

        (await browser.SubmitAsync("Add it", ("Step", nameof(ConcernStep.Escalated)), ("Words", "To the police"))).Errors.ShouldBe(["Say whom you told"]);
    }

    [Fact]
    public async Task Add_WordsAtAndOverTheirLimits_AreKeptAndRefused()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browser = await OpenAsync(response.Id);
        var (toWhom, words) = (new string('t', ConcernEntry.ToWhomMaxLength), new string('w', ConcernEntry.WordsMaxLength));

        (await browser.SubmitAsync("Write it down", ("ToWhom", toWhom + "t"), ("Words", words + "w"))).Errors
            .ShouldBe([$"Whom you told must be {ConcernEntry.ToWhomMaxLength} characters or fewer", $"What happened must be {ConcernEntry.WordsMaxLength:N0} characters or fewer"]);
        (await browser.SubmitAsync("Write it down", ("ToWhom", toWhom), ("Words", words))).Text.ShouldContain(words);
    }

    [Fact]
    public async Task Add_WhileAColleagueAdds_TellsTheSecondAndKeepsWhatWasTyped()
    {
        var response = await site.ReceiveAnonymousAsync();
        var second = await EscalateAsync(response.Id);
        var open = second.Page;
        await AddAsync(await OpenAsync(response.Id), response.Id, ConcernStep.Decided, "A visit today.");

        var page = await second.SubmitAsync(open, "Add it", ("Step", nameof(ConcernStep.Outcome)), ("Words", "Mine, long in the writing"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Ada Quill added to this while you wrote. Read it above. What you wrote is still here"]);
        page.Text.ShouldContain("A visit today.");
        page.Document.QuerySelector("#Words")!.TextContent.Trim().ShouldBe("Mine, long in the writing");
        page.Document.QuerySelector("[name=Step][checked]")!.GetAttribute("value").ShouldBe(nameof(ConcernStep.Outcome));
        (await second.SubmitAsync("Add it")).Text.ShouldContain("Mine, long in the writing");
    }

    [Fact]
    public async Task Escalate_ByTwoAtOnce_OpensOneConcern()
    {
        var response = await site.ReceiveAnonymousAsync();
        var browsers = new[] { await OpenAsync(response.Id), await OpenAsync(response.Id), await OpenAsync(response.Id) };

        var pages = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("Write it down", ("ToWhom", FrontDoor), ("Words", "No food"))));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Count(page => page.Errors is ["Ada Quill added to this while you wrote. Read it above. What you wrote is still here"]).ShouldBe(2);
        (await site.InDatabaseAsync(db => db.SafeguardingConcerns.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Add_ToOneThatAColleagueClosed_IsToldAndMayOpenAnother()
    {
        var response = await site.ReceiveAnonymousAsync();
        var second = await EscalateAsync(response.Id);
        var open = second.Page;
        await AddAsync(await OpenAsync(response.Id), response.Id, ConcernStep.Closed, "Done.");

        var page = await second.SubmitAsync(open, "Add it", ("Step", nameof(ConcernStep.Decided)), ("Words", "Not done"));

        page.Errors.ShouldHaveSingleItem().ShouldContain("added to this while you wrote");
        await second.SubmitAsync("Write it down", ("ToWhom", FrontDoor));
        (await site.InDatabaseAsync(db => db.SafeguardingConcerns.CountAsync(c => !c.IsClosed))).ShouldBe(1);
    }

    [Fact]
    public async Task Entries_ChangedOrDeletedByHand_AreRefusedByTheDatabase()
    {
        await EscalateAsync((await site.ReceiveAnonymousAsync()).Id);

        await Should.ThrowAsync<Exception>(() => site.InDatabaseAsync(db => db.Set<ConcernEntry>().ExecuteDeleteAsync()));
        await Should.ThrowAsync<Exception>(() => site.InDatabaseAsync(db => db.Set<ConcernEntry>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Words, "nothing happened"))));
    }

    [Fact]
    public async Task Get_TakenBackByTheFamily_GoesOnWithoutTheirWords()
    {
        var response = await site.ReceiveNamedAsync();
        var browser = await EscalateAsync(response.Id);
        await WithdrawAsync(response.Id);

        var page = await browser.GetAsync($"/collation/{response.Id}/concern");

        page.Text.ShouldContain("The family has taken the response back");
        (await AddAsync(browser, response.Id, ConcernStep.Closed, "The front door has it.")).Text.ShouldNotContain("Pass a concern on");
        (await browser.GetAsync("/collation/concerns")).Text.ShouldContain("Closed");
    }

    [Fact]
    public async Task Get_UnknownOrTakenBackWithoutAConcern_IsNotFound()
    {
        var response = await site.ReceiveNamedAsync();
        await WithdrawAsync(response.Id);
        var browser = await site.SignInAsync(Role.QualityAssurance);

        (await browser.GetAsync($"/collation/{response.Id}/concern")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/collation/{Guid.NewGuid()}/concern")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Markup_IsShownAsText()
    {
        var browser = await OpenAsync((await site.ReceiveAnonymousAsync()).Id);

        var page = await browser.SubmitAsync("Write it down", ("ToWhom", "<b>Jo</b>"), ("Words", "<script>alert(1)</script>"));

        page.Document.QuerySelectorAll("main script, main ol b").ShouldBeEmpty();
        page.Text.ShouldContain("<script>alert(1)</script>");
        (await browser.GetAsync("/collation/concerns")).Text.ShouldContain("<b>Jo</b>");
    }

    [Fact]
    public async Task List_NoneYet_SaysWhatWillAppear() =>
        (await (await site.SignInAsync(Role.QualityAssurance)).GetAsync("/collation/concerns")).Text.ShouldContain("There are no concerns.");

    [Fact]
    public async Task List_OpenAndClosed_ShowsTheLongestOpenFirst()
    {
        var (closed, late, early) = (await site.ReceiveAnonymousAsync(), await site.ReceiveAnonymousAsync(), await site.ReceiveAnonymousAsync());
        var browser = await EscalateAsync(closed.Id);
        await AddAsync(browser, closed.Id, ConcernStep.Closed, "Done.");
        await EscalateAsync(early.Id);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        browser = await EscalateAsync(late.Id);

        var page = await browser.GetAsync("/collation/concerns");

        page.Text.ShouldContain("2 are open.");
        page.Document.QuerySelectorAll("tbody a").Select(link => Guid.Parse(link.GetAttribute("href")!.Split('/')[2])).ShouldBe([early.Id, late.Id, closed.Id]);
        page.Document.QuerySelectorAll("tbody .govuk-tag").Select(tag => tag.TextContent).ShouldBe(["Open", "Open", "Closed"]);
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task<PageClient> OpenAsync(Guid id)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        (await browser.GetAsync($"/collation/{id}/concern")).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    private async Task<PageClient> EscalateAsync(Guid id)
    {
        var browser = await OpenAsync(id);
        (await browser.SubmitAsync("Write it down", ("ToWhom", FrontDoor), ("Words", "No food"))).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    private static async Task<Page> AddAsync(PageClient browser, Guid id, ConcernStep step, string words)
    {
        await browser.GetAsync($"/collation/{id}/concern");
        var page = await browser.SubmitAsync("Add it", ("Step", step.ToString()), ("Words", words));
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    private Task WithdrawAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        (await db.SurveyResponses.Include(r => r.Answers).SingleAsync(r => r.Id == id)).Withdraw();
        return await db.SaveChangesAsync();
    });

    // The list is one for the whole database, so each test has a database of its own.
    public sealed class OnSqlite() : ConcernTests(new SqliteSite());

    public sealed class OnPostgreSql() : ConcernTests(new PostgreSqlSite());
}
