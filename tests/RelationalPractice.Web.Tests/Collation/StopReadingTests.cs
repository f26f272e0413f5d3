using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>Who has a response open: claimed by opening, let go by leaving, told to colleagues.</summary>
public abstract class StopReadingTests(StaffSite site) : IAsyncLifetime
{
    [Fact]
    public async Task Open_ByTwo_TellsTheSecondAndTheQueue()
    {
        var response = await site.ReceiveAnonymousAsync();
        var (first, second) = (await SignInAsync("Ada Quill"), await SignInAsync("Bo Lund"));

        await first.GetAsync($"/collation/{response.Id}");
        var seen = await second.GetAsync($"/collation/{response.Id}");

        // The clock stands at 10:20:30 in winter.
        seen.Text.ShouldContain("Ada Quill has this open until 10:40. You can read it too.");
        seen.Document.QuerySelectorAll(".practice-answers section").ShouldNotBeEmpty();
        seen.Document.QuerySelector("form[data-reading]").ShouldBeNull();
        (await second.GetAsync("/collation")).Text.ShouldContain("Ada Quill has this open until 10:40");
        (await first.GetAsync("/collation")).Text.ShouldContain("You have this open");
    }

    [Fact]
    public async Task Open_Again_RenewsOnesOwnClaim()
    {
        var response = await site.ReceiveAnonymousAsync();
        var reader = await SignInAsync("Ada Quill");
        await reader.GetAsync($"/collation/{response.Id}");
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        await reader.GetAsync($"/collation/{response.Id}");

        (await (await SignInAsync("Bo Lund")).GetAsync($"/collation/{response.Id}")).Text.ShouldContain("until 10:45");
    }

    [Fact]
    public async Task Open_ClaimThatHasEnded_IsTheNextReaders()
    {
        var response = await site.ReceiveAnonymousAsync();
        await (await SignInAsync("Ada Quill")).GetAsync($"/collation/{response.Id}");
        site.Clock.Advance(ReadingClaim.Lasts);
        var second = await SignInAsync("Bo Lund");

        (await second.GetAsync("/collation")).Text.ShouldNotContain("has this open");
        (await second.GetAsync($"/collation/{response.Id}")).Text.ShouldNotContain("has this open");
        (await (await SignInAsync("Cy Marsh")).GetAsync("/collation")).Text.ShouldContain("Bo Lund has this open until 11:00");
    }

    [Fact]
    public async Task Open_ByManyAtOnce_ClaimsItForOne()
    {
        var response = await site.ReceiveAnonymousAsync();
        var readers = new List<PageClient>();
        for (var count = 0; count < 6; count++)
        {
            readers.Add(await SignInAsync($"Reader {count}"));
        }

        var pages = await Task.WhenAll(readers.Select(reader => reader.GetAsync($"/collation/{response.Id}")));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        pages.Count(page => page.Document.QuerySelector("form[data-reading]") is not null).ShouldBe(1);
        pages.Count(page => page.Text.Contains("has this open until", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task Stop_ByTheButton_LetsItGo()
    {
        var response = await site.ReceiveAnonymousAsync();
        var reader = await SignInAsync("Ada Quill");
        await reader.GetAsync($"/collation/{response.Id}");

        (await reader.SubmitAsync("Stop reading")).Path.ShouldBe("/collation");

        reader.Page.Text.ShouldNotContain("You have this open");
        (await site.AuditedAsync(AuditEventKind.ReadingLeft, response.Id)).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.SurveyResponses.SingleAsync(r => r.Id == response.Id))).State.ShouldBe(Surveys.ResponseState.New);
    }

    [Fact]
    public async Task Stop_ByScript_LetsItGoAndGoesNowhere()
    {
        var response = await site.ReceiveAnonymousAsync();
        var reader = await SignInAsync("Ada Quill");
        var opened = await reader.GetAsync($"/collation/{response.Id}");

        (await LeaveAsync(reader, opened)).ShouldBe(HttpStatusCode.NoContent);

        (await site.InDatabaseAsync(db => db.ReadingClaims.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Stop_OpenedAgainMeanwhile_StaysOpen()
    {
        var response = await site.ReceiveAnonymousAsync();
        var reader = await SignInAsync("Ada Quill");
        var opened = await reader.GetAsync($"/collation/{response.Id}");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await reader.NewTab().GetAsync($"/collation/{response.Id}");

        await LeaveAsync(reader, opened);

        (await reader.GetAsync("/collation")).Text.ShouldContain("You have this open");
        (await site.AuditedAsync(AuditEventKind.ReadingLeft, response.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Stop_ByAColleague_ChangesNothing()
    {
        var response = await site.ReceiveAnonymousAsync();
        await (await SignInAsync("Ada Quill")).GetAsync($"/collation/{response.Id}");
        var colleague = await SignInAsync("Bo Lund");
        await colleague.GetAsync($"/collation/{response.Id}/stop");

        await colleague.SubmitAsync("Stop reading");

        colleague.Page.Text.ShouldContain("Ada Quill has this open");
        (await site.AuditedAsync(AuditEventKind.ReadingLeft, response.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Stop_UnknownResponse_IsNotFound() =>
        (await (await SignInAsync("Ada Quill")).GetAsync($"/collation/{Guid.NewGuid()}/stop")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task MarkRead_LetsItGo()
    {
        var response = await site.ReceiveAnonymousAsync();
        var reader = await SignInAsync("Ada Quill");
        await reader.GetAsync($"/collation/{response.Id}");

        await reader.SubmitAsync("Mark as read");

        (await site.InDatabaseAsync(db => db.ReadingClaims.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task MarkRead_AfterAColleague_SaysWhoWasFirst()
    {
        var response = await site.ReceiveAnonymousAsync();
        var next = await site.ReceiveAnonymousAsync(site.Today().AddDays(1));
        var (first, second) = (await SignInAsync("Ada Quill"), await SignInAsync("Bo Lund"));
        await first.GetAsync($"/collation/{response.Id}");
        await second.GetAsync($"/collation/{response.Id}");
        await first.SubmitAsync("Mark as read");

        var page = await second.SubmitAsync("Mark as read and open the next");

        page.Text.ShouldContain("Ada Quill marked this as read first, on 14 January 2031 at 10:20.");
        (await site.AuditedAsync(AuditEventKind.ResponseRead, response.Id)).ShouldBe(1);
        (await second.FollowAsync("Go on to the next")).Path.ShouldBe($"/collation/{next.Id}");
    }

    [Fact]
    public async Task MarkRead_ByManyAtOnce_OneWinsAndTheOthersAreTold()
    {
        var response = await site.ReceiveAnonymousAsync();
        var readers = new List<PageClient>();
        for (var count = 0; count < 4; count++)
        {
            readers.Add(await SignInAsync($"Reader {count}"));
            await readers[^1].GetAsync($"/collation/{response.Id}");
        }

        var pages = await Task.WhenAll(readers.Select(reader => reader.SubmitAsync("Mark as read")));

        pages.Count(page => page.Text.Contains("Marked as read.", StringComparison.Ordinal)).ShouldBe(1);
        pages.Count(page => page.Text.Contains("marked this as read first", StringComparison.Ordinal)).ShouldBe(3);
        (await site.AuditedAsync(AuditEventKind.ResponseRead, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Schedule_ClaimThatHasEnded_IsForgotten()
    {
        var (ended, running) = (await site.ReceiveAnonymousAsync(), await site.ReceiveAnonymousAsync());
        var reader = await SignInAsync("Ada Quill");
        await reader.GetAsync($"/collation/{ended.Id}");
        site.Clock.Advance(Schedule.Interval);
        await reader.GetAsync($"/collation/{running.Id}");

        site.Clock.Advance(Schedule.Interval);

        await Eventually.TrueAsync(
            async () => (await site.InDatabaseAsync(db => db.ReadingClaims.Select(c => c.ResponseId).ToListAsync())).SequenceEqual([running.Id]), "forgotten");
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    /// <summary>What the script sends when the page is left.</summary>
    private static async Task<HttpStatusCode> LeaveAsync(PageClient reader, Page opened)
    {
        var form = opened.Document.QuerySelector("form[data-reading]")!;
        var said = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input"))
        {
            said.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        said.Add(new StringContent("yes"), "Leaving");
        using var response = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = said });
        return response.StatusCode;
    }

    private async Task<PageClient> SignInAsync(string name)
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        await site.InDatabaseAsync(db => db.Users.Where(s => s.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.DisplayName, name)));
        return await site.SignInAsync(member);
    }

    // Readers come and go in one queue, and the clock moves: each test has a database of its own.
    public sealed class OnSqlite() : StopReadingTests(new SqliteSite());

    public sealed class OnPostgreSql() : StopReadingTests(new PostgreSqlSite());
}
