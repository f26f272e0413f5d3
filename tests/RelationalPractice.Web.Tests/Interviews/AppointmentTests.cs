using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Interviews;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Interviews;

/// <summary>A family asks for an interview and looks after its own appointment, by a code that is theirs alone.</summary>
public abstract class AppointmentTests(StaffSite site)
{
    private const string Wanted = "Ask for an interview";

    [Fact]
    public async Task Ask_OnlyWhatIsNeeded_LeadsToTheirOwnPage()
    {
        var browser = site.Browser();
        await browser.GetAsync("/");
        await browser.FollowAsync(Wanted);

        var page = await AskAsync(browser);

        page.Path.ShouldMatch("^/interview/[2-9A-Z]{18}$");
        page.Text.ShouldContain("We have your wish for an interview");
        page.Text.ShouldContain(page.Path);
        (await site.Browser().GetAsync(page.Path)).Text.ShouldContain("We have your wish for an interview");
    }

    [Fact]
    public async Task Ask_Everything_KeepsNothingReadableAndNoAuditAndNoLogLine()
    {
        var browser = site.Browser();
        await browser.GetAsync("/interview");
        var (events, lines) = ((await site.Database.RowsAsync())["audit_events"].Count, site.Log.Lines.Count);

        var page = await AskAsync(
            browser, ("Name", "Zebedee Quartermain"), ("Wishes", "Tuesdays at the zeppelin hangar"), ("AccessNeeds", "A zither"), ("Language", "Zapotec"),
            ("Interpreter", "yes"), ("WantsKind", "Practitioner"), ("WantsGender", "Man"), ("WorkerName", "Zoltan"));

        var code = page.Path.Split('/')[2];
        var rows = await site.Database.RowsAsync();
        string[] said = ["Zebedee", "zeppelin", "zither", "Zapotec", "Zoltan", "07700", "900461", code];
        rows.SelectMany(table => table.Value).Where(row => said.Any(word => row.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        rows["audit_events"].Count.ShouldBe(events);
        site.Log.Lines.Count.ShouldBe(lines);
        page.Text.ShouldNotContain("Zebedee", customMessage: "somebody else may hold the telephone");
    }

    [Theory]
    [InlineData("Contact", "0909 879 0000", "That number costs money to call. Give another telephone number")]
    [InlineData("Contact", "somewhere", "Give a telephone number, such as 07700 900123, or an e-mail address, such as name@example.org")]
    [InlineData("Contact", "a@b.example", "Give a telephone number, or choose another way to talk")]
    [InlineData("Way", null, "Choose how to talk")]
    [InlineData("Audience", null, "Choose who the interview is for")]
    public async Task Ask_WhatCannotBe_SaysSoAndKeepsTheRest(string field, string? value, string message)
    {
        var browser = site.Browser();
        await browser.GetAsync("/interview");

        var page = await AskAsync(browser, (field, value), ("Wishes", "Mornings\nor evenings"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([message]);
        page.Document.QuerySelector("#Wishes")!.TextContent.ShouldBe("Mornings\nor evenings");
    }

    [Fact]
    public async Task Ask_TooLong_SaysHowLongItMayBe()
    {
        var browser = site.Browser();
        await browser.GetAsync("/interview");

        (await AskAsync(browser, ("Wishes", new string('x', InterviewRequest.WordsMaxLength)))).Path.ShouldStartWith("/interview/");
        await browser.GetAsync("/interview");
        (await AskAsync(browser, ("Wishes", new string('x', InterviewRequest.WordsMaxLength + 1)))).Errors.ShouldBe([$"When and where it suits can have up to {InterviewRequest.WordsMaxLength} characters"]);
    }

    [Fact]
    public async Task Ask_WordsInScripts_AreKeptWhole()
    {
        var words = string.Concat(Enumerable.Repeat("\U0001F600語ش", InterviewRequest.WordsMaxLength / 4));
        var browser = site.Browser();
        await browser.GetAsync("/interview");

        (await AskAsync(browser, ("Wishes", words))).Path.ShouldStartWith("/interview/");
    }

    [Theory]
    [InlineData("22222222222222222C")]
    [InlineData("x")]
    [InlineData("..%2f..%2fstaff")]
    [InlineData("é")]
    public async Task Get_CodeOfNobody_SaysSoKindly(string code)
    {
        var browser = site.Browser();

        (await browser.GetAsync($"/interview/{code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Page.Text.ShouldContain("We cannot find that");
        (await browser.GetAsync($"/interview/{code}/move")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/interview/{code}/cancel")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/interview/{code}/calendar.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Booked_SaysWhenAndGivesABlandFile()
    {
        var (_, code) = await BookedAsync(daysAhead: 9);
        var browser = site.Browser();

        var page = await browser.GetAsync($"/interview/{code.ToLowerInvariant()}");

        page.Text.ShouldContain("Thursday 23 January 2031 at 14:00");
        page.Text.ShouldContain("By telephone. Up to 1 hour");
        using var file = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/interview/{code}/calendar.ics"));
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var calendar = await file.Content.ReadAsStringAsync();
        calendar.ShouldContain("DTSTART;TZID=Europe/London:20310123T140000\r\n");
        calendar.ShouldContain("SUMMARY:Appointment\r\n");
        calendar.ShouldNotContain(code);
        calendar.ToLowerInvariant().ShouldNotContain("interview");
    }

    [Fact]
    public async Task Get_AnyOfTheirPages_ChangesNoRow()
    {
        var (_, code) = await BookedAsync();
        var browser = site.Browser();
        var before = await site.Database.RowsAsync();

        foreach (var path in (string[])["", "/move", "/cancel", "/calendar.ics"])
        {
            using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/interview/{code}{path}"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var after = await site.Database.RowsAsync();
        foreach (var table in before.Keys)
        {
            after[table].ShouldBe(before[table], table);
        }
    }

    [Fact]
    public async Task Move_ToAFreeTime_KeepsOneAppointmentAndTheCalendarsIdentifier()
    {
        var (interview, code) = await BookedAsync();
        var to = await site.OfferAsync(await site.InterviewerAsync(), daysAhead: 3, hour: 17);
        var browser = site.Browser();
        var uid = await UidAsync(browser, code);
        await browser.GetAsync($"/interview/{code}");
        await browser.FollowAsync("Move it to another time");

        var page = await browser.SubmitAsync("Move it", ("SlotId", to.Id.ToString()));

        page.Text.ShouldContain("Friday 17 January 2031 at 17:00");
        (await UidAsync(browser, code)).ShouldBe(uid);
        (await site.InDatabaseAsync(db => db.Interviews.CountAsync(i => i.RequestId == interview.RequestId && i.State == InterviewState.Booked))).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.SubjectId == interview.Id || e.SubjectId == interview.RequestId))).ShouldBe(0);
    }

    [Fact]
    public async Task Move_NothingChosenOrTaken_SaysSo()
    {
        var (_, code) = await BookedAsync();
        var to = await site.OfferAsync(await site.InterviewerAsync());
        await site.OfferAsync(await site.InterviewerAsync());
        var browser = site.Browser();
        await browser.GetAsync($"/interview/{code}/move");
        (await browser.SubmitAsync("Move it")).Errors.ShouldBe(["Choose a time"]);
        var (other, _) = await site.WishAsync();
        await site.BookAsync(other, to);

        var page = await browser.SubmitAsync("Move it", ("SlotId", to.Id.ToString()));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Somebody else has just taken that time. Choose another"]);
    }

    [Fact]
    public async Task Move_AnothersAppointment_MovesNothing()
    {
        var (theirs, _) = await BookedAsync();
        var (_, code) = await BookedAsync();
        var to = await site.OfferAsync(await site.InterviewerAsync());
        var browser = site.Browser();
        await browser.GetAsync($"/interview/{code}/move");

        var page = await browser.ForgeAsync("Move it", ("InterviewId", theirs.Id.ToString()), ("SlotId", to.Id.ToString()));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.InDatabaseAsync(db => db.Interviews.AnyAsync(i => i.SlotId == to.Id))).ShouldBeFalse();
        (await site.InDatabaseAsync(db => db.Interviews.Where(i => i.Id == theirs.Id).Select(i => i.State).SingleAsync())).ShouldBe(InterviewState.Booked);
    }

    [Fact]
    public async Task Cancel_Booked_FreesTheTimeAndForgetsThem()
    {
        var (interview, code) = await BookedAsync();
        var browser = site.Browser();
        await browser.GetAsync($"/interview/{code}");
        await browser.FollowAsync("Cancel it");

        var page = await browser.SubmitAsync("Yes, cancel it");

        page.Text.ShouldContain("This is over");
        var wish = await site.InDatabaseAsync(db => db.InterviewRequests.AsNoTracking().SingleAsync(r => r.Id == interview.RequestId));
        (wish.State, wish.Name, wish.Contact).ShouldBe((InterviewRequestState.Cancelled, null, null));
        (await site.InDatabaseAsync(db => FreeTimes.Free(db, site.Clock.GetUtcNow().UtcDateTime).AnyAsync(s => s.Id == interview.SlotId))).ShouldBeTrue();
        (await site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.SubjectId == interview.Id))).ShouldBe(0);
        (await browser.GetAsync($"/interview/{code}/cancel")).Path.ShouldBe($"/interview/{code}");
    }

    [Fact]
    public async Task Forget_WishNobodyBooked_GoesAfterItsDays()
    {
        var (old, code) = await site.WishAsync();
        var (fresh, _) = await site.WishAsync();
        await site.InDatabaseAsync(db => InterviewForgetting.ForgetAsync(db, LocalTime.Today(site.Clock).AddDays(InterviewRequest.KeptDays), default));
        (await NameAsync(old)).ShouldNotBeNull();

        await site.InDatabaseAsync(db => db.InterviewRequests.Where(r => r.Id == old.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.AskedOn, r => r.AskedOn.AddDays(-1))));
        await site.InDatabaseAsync(db => InterviewForgetting.ForgetAsync(db, LocalTime.Today(site.Clock).AddDays(InterviewRequest.KeptDays), default));

        (await NameAsync(old)).ShouldBeNull();
        (await NameAsync(fresh)).ShouldNotBeNull();
        (await site.Browser().GetAsync($"/interview/{code}")).Text.ShouldContain("This is over");
    }

    private static Task<Page> AskAsync(PageClient browser, params (string Field, string? Value)[] values)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Audience"] = "parent-carer", ["Contact"] = Arranged.Mobile, ["Way"] = "Telephone" };
        foreach (var (field, value) in values)
        {
            all[field] = value;
        }

        return browser.SubmitAsync(Wanted, [.. all.Select(field => (field.Key, field.Value))]);
    }

    private async Task<(Interview Interview, string Code)> BookedAsync(int daysAhead = 1)
    {
        var (wish, code) = await site.WishAsync();
        return (await site.BookAsync(wish, await site.OfferAsync(await site.InterviewerAsync(), daysAhead)), code);
    }

    private static async Task<string> UidAsync(PageClient browser, string code)
    {
        using var file = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/interview/{code}/calendar.ics"));
        return (await file.Content.ReadAsStringAsync()).Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));
    }

    private Task<ProtectedText?> NameAsync(InterviewRequest wish) => site.InDatabaseAsync(db => db.InterviewRequests.Where(r => r.Id == wish.Id).Select(r => r.Name).SingleAsync());

    public sealed class OnSqlite(SqliteSite site) : AppointmentTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : AppointmentTests(site), IClassFixture<PostgreSqlSite>;
}
