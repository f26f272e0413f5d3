using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class ComplaintTests(StaffSite site) : IAsyncLifetime
{
    private const string ComplaintsEmail = "complaints@calder-vale.example";

    [Fact]
    public async Task Record_Wish_IsKeptAndAuditedAndChangesNothingOfTheResponse()
    {
        var response = await site.ReceiveNamedAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/{response.Id}");
        await browser.FollowAsync("This is really a complaint");

        (await RecordAsync(browser, ComplaintAnswer.WantsToComplain, "Rang her <b>today</b>")).Path.ShouldBe($"/collation/{response.Id}");

        var wish = await site.InDatabaseAsync(db => db.ComplaintWishes.SingleAsync(w => w.ResponseId == response.Id));
        (wish.Answer, wish.Note).ShouldBe((ComplaintAnswer.WantsToComplain, "Rang her <b>today</b>"));
        var audited = await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.SubjectId == response.Id && e.Kind == AuditEventKind.ComplaintWishRecorded));
        audited.Reason.ShouldBe(nameof(ComplaintAnswer.WantsToComplain));
        (await site.InDatabaseAsync(db => db.SurveyResponses.SingleAsync(r => r.Id == response.Id))).State.ShouldBe(ResponseState.New);
        var again = await browser.GetAsync($"/collation/{response.Id}/complaint");
        again.Text.ShouldContain("Written down last by Ada Quill on 14 January 2031 at 10:20: They want to complain.");
        again.Document.QuerySelector("#Note")!.TextContent.Trim().ShouldBe("Rang her <b>today</b>");
    }

    [Fact]
    public async Task Record_Nothing_SaysWhatToChoose()
    {
        var browser = await OpenAsync((await site.ReceiveNamedAsync()).Id);

        var page = await browser.SubmitAsync("Write it down", ("Note", new string('n', ComplaintWish.NoteMaxLength + 1)));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Choose what the family wants", $"The note must be {ComplaintWish.NoteMaxLength:N0} characters or fewer"]);
    }

    [Theory]
    [InlineData("Perhaps")]
    [InlineData("17")]
    public async Task Record_WhatThePageDoesNotOffer_IsRefused(string answer)
    {
        var browser = await OpenAsync((await site.ReceiveNamedAsync()).Id);

        (await browser.ForgeAsync("Write it down", ("Answer", answer))).Errors.ShouldBe(["Choose what the family wants"]);
    }

    [Fact]
    public async Task Record_AfterAColleague_IsToldAndKeepsWhatWasTyped()
    {
        var response = await site.ReceiveNamedAsync();
        var second = await OpenAsync(response.Id);
        await RecordAsync(await OpenAsync(response.Id), ComplaintAnswer.DoesNotWantTo);

        var page = await RecordAsync(second, ComplaintAnswer.NotReached, "No answer");

        page.Errors.ShouldBe(["Ada Quill wrote this down while you did. Read it above. What you chose is still here"]);
        page.Text.ShouldContain("They do not want to complain.");
        page.Document.QuerySelector("[name=Answer][checked]")!.GetAttribute("value").ShouldBe(nameof(ComplaintAnswer.NotReached));
        await second.SubmitAsync("Write it down");
        (await site.InDatabaseAsync(db => db.ComplaintWishes.SingleAsync(w => w.ResponseId == response.Id))).Answer.ShouldBe(ComplaintAnswer.NotReached);
    }

    [Fact]
    public async Task Record_ByTwoAtOnce_OneWinsAndTheOtherIsTold()
    {
        var response = await site.ReceiveNamedAsync();
        var browsers = new[] { await OpenAsync(response.Id), await OpenAsync(response.Id) };

        var pages = await Task.WhenAll(browsers.Select(browser => RecordAsync(browser, ComplaintAnswer.WantsToComplain)));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Count(page => page.Errors.Count == 1).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.ComplaintWishRecorded, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_NotNamed_IsNotFoundAndNotOffered()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        foreach (var id in new[] { (await site.ReceiveAnonymousAsync()).Id, (await site.ReceiveWorkerOnlyAsync()).Id })
        {
            (await browser.GetAsync($"/collation/{id}")).Text.ShouldNotContain("This is really a complaint");
            (await browser.GetAsync($"/collation/{id}/complaint")).Status.ShouldBe(HttpStatusCode.NotFound);
            browser.Page.Heading.ShouldBe("There is nobody to ask");
        }

        (await browser.GetAsync($"/collation/{Guid.NewGuid()}/complaint")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(ComplaintAnswer.ToBeAsked, true)]
    [InlineData(ComplaintAnswer.WantsToComplain, true)]
    [InlineData(ComplaintAnswer.DoesNotWantTo, false)]
    [InlineData(ComplaintAnswer.NotReached, false)]
    public async Task Code_OfTheFamily_TellsHowToComplainWhereTheyMayWantTo(ComplaintAnswer answer, bool told)
    {
        var code = await new Family(site.Browser()).GiveAsync(Tier.Named);
        var id = await IdOfAsync(code);
        await RecordAsync(await OpenAsync(id), answer);

        var page = await AskAsync(code);

        page.Text.Contains("If you want to make a complaint", StringComparison.Ordinal).ShouldBe(told);
        page.Text.Contains(ComplaintsEmail, StringComparison.Ordinal).ShouldBe(told);
    }

    [Fact]
    public async Task Withdraw_ByTheFamily_ForgetsTheWish()
    {
        var code = await new Family(site.Browser()).GiveAsync(Tier.Named);
        var id = await IdOfAsync(code);
        await RecordAsync(await OpenAsync(id), ComplaintAnswer.WantsToComplain, "Her number is on the back");

        await Feedback.WithdrawTests.WithdrawAsync(site.Browser(), code);

        (await site.InDatabaseAsync(db => db.ComplaintWishes.CountAsync(w => w.ResponseId == id))).ShouldBe(0);
        (await AskAsync(code)).Text.ShouldNotContain("complaint");
    }

    // Before the first page: what the authority says of itself is remembered for a minute.
    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        await site.InDatabaseAsync(db => db.Authorities.ExecuteUpdateAsync(set => set.SetProperty(a => a.ComplaintsEmail, ComplaintsEmail)));
    }

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task<Guid> IdOfAsync(string code)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var hash = ReceiptHasher.Hash(ReceiptCode.Parse(code)!.Digits, (await scope.ServiceProvider.GetRequiredService<AuthorityDetails>().GetAsync()).ReceiptKey);
        return await site.InDatabaseAsync(db => db.SurveyResponses.Where(r => r.ReceiptHash == hash).Select(r => r.Id).SingleAsync());
    }

    private async Task<Page> AskAsync(string code)
    {
        var browser = site.Browser();
        await browser.GetAsync("/feedback/code");
        return await browser.SubmitAsync(Family.Continue, ("code", code));
    }

    private async Task<PageClient> OpenAsync(Guid id)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        (await browser.GetAsync($"/collation/{id}/complaint")).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    private static Task<Page> RecordAsync(PageClient browser, ComplaintAnswer answer, string note = "") =>
        browser.SubmitAsync("Write it down", ("Answer", answer.ToString()), ("Note", note));

    public sealed class OnSqlite() : ComplaintTests(new SqliteSite());

    public sealed class OnPostgreSql() : ComplaintTests(new PostgreSqlSite());
}
