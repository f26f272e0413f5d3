using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Traces;
using RelationalPractice.Web.Tests.Interviews;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Once an interview is sent, nothing that is kept ties the response to the appointment, and nothing personal of the wish is left. Named feedback
/// keeps what the family chose to give at the end.
/// </summary>
public abstract class InterviewTests(StaffSite site)
{
    private const string Number = "07700 900642";

    [Theory]
    [InlineData(Tier.Named)]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public async Task Send_AnyTier_TiesTheResponseToNoAppointment(Tier tier)
    {
        var (interview, response, code, wish) = await InterviewAsync(tier);
        var rows = await site.Database.RowsAsync();

        // Each identifier of the one stands in none of the other's tables, and the two never stand in one row.
        var ofResponse = RowsWith(rows, response.Id);
        ofResponse.Keys.ShouldBe(["survey_answers", "survey_responses"], ignoreOrder: true);
        foreach (var id in (Guid[])[interview.Id, interview.RequestId, interview.SlotId, interview.InterviewerId])
        {
            var beside = RowsWith(rows, id);
            beside.ShouldNotBeEmpty();
            beside.Keys.ShouldNotContain("survey_responses");
            beside.Keys.ShouldNotContain("survey_answers");
        }

        RowsWith(rows, interview.Id).Keys.ShouldBe(["audit_events", "interviews"], ignoreOrder: true);
        rows["interview_drafts"].ShouldBeEmpty();
        rows.Where(table => table.Value.Any(row => row.Contains(ReceiptCode.Parse(code)!.Digits))).ShouldBeEmpty();
        rows["outgoing_messages"].ShouldNotContain(row => row.Contains(interview.Id.ToString(), StringComparison.OrdinalIgnoreCase) || row.Contains(Hex(interview.Id), StringComparison.OrdinalIgnoreCase));
        site.Log.Text.ShouldNotContain(response.Id.ToString());
        site.Log.Text.ShouldNotContain(wish);
    }

    [Fact]
    public async Task Send_Anonymous_LeavesNoTraceOfWhoAskedForTheInterview()
    {
        var (_, _, _, wishCode) = await InterviewAsync(Tier.Anonymous);

        var kept = new List<KeptFile>();
        kept.AddRange((await site.Database.FilesAsync()).OfTheProduct());
        kept.Add(new KeptFile("log", System.Text.Encoding.UTF8.GetBytes(site.Log.Text)));
        var search = new TraceSearch([Trace.OfText("name", "Philomena Thistledown"), Trace.OfTelephone("number", Number), Trace.OfText("code", wishCode)]);

        search.Find(kept).Keys.ShouldBeEmpty();
        var wishes = await site.InDatabaseAsync(db => db.InterviewRequests.AsNoTracking().Where(r => r.State == InterviewRequestState.Held).ToListAsync());
        wishes.ShouldNotBeEmpty();
        wishes.ShouldAllBe(w => w.Name == null && w.Contact == null && w.Wishes == null && w.WorkerNameTyped == null && w.WorkerStaffId == null);
        (await site.InDatabaseAsync(db => db.Interviews.CountAsync(i => i.State == InterviewState.Held && i.WorkerStaffId != null))).ShouldBe(0);
    }

    [Fact]
    public async Task Send_Anonymous_WritesNoAuditEventAtThatTime()
    {
        var (interview, browser) = await ReachAsync(Tier.Anonymous);
        var events = (await site.Database.RowsAsync())["audit_events"].Count;

        await browser.SubmitAsync("Send it");

        Family.CodeOn(browser.Page).ShouldNotBeEmpty();
        (await site.Database.RowsAsync())["audit_events"].Count.ShouldBe(events);
        interview.Id.ShouldNotBe(Guid.Empty);
    }

    private async Task<(Interview Interview, SurveyResponse Response, string Code, string WishCode)> InterviewAsync(Tier tier)
    {
        var (interview, browser) = await ReachAsync(tier);
        await site.InDatabaseAsync(db =>
        {
            var contact = site.Services.GetRequiredService<PersonalDataProtector>().Protect(Number)!;
            db.OutgoingMessages.Add(RelationalPractice.Messaging.OutgoingMessage.ToContact(
                Guid.NewGuid(), RelationalPractice.Messaging.OutgoingMessageKind.InterviewReminder, interview.Id, contact, "Your appointment", "x", site.Clock.GetUtcNow().UtcDateTime, site.Clock.GetUtcNow().UtcDateTime, null));
            return db.SaveChangesAsync();
        });
        var page = tier switch
        {
            Tier.Named => await browser.SubmitAsync("Send it", ("RespondentName", "P."), ("WorkerName", "Mr Oaks")),
            Tier.WorkerOnly => await browser.SubmitAsync("Send it", ("WorkerName", "Mr Oaks")),
            _ => await browser.SubmitAsync("Send it"),
        };
        var code = Family.CodeOn(page);
        var hash = ReceiptHasher.Hash(ReceiptCode.Parse(code)!.Digits, await site.ReceiptKeyAsync());
        var response = await site.InDatabaseAsync(db => db.SurveyResponses.AsNoTracking().SingleAsync(r => r.ReceiptHash == hash));
        return (interview, response, code, (await site.KeyAsync()).CodeOf(interview.RequestId).Value);
    }

    private async Task<(Interview Interview, RelationalPractice.Testing.Html.PageClient Browser)> ReachAsync(Tier tier)
    {
        var interviewer = await site.InterviewerAsync();
        var (wish, _) = await site.WishAsync(workerName: "Mr Oaks", contact: Number, name: "Philomena Thistledown");
        var interview = await site.BookAsync(wish, await site.OfferAsync(interviewer, daysAhead: 0));
        var browser = await site.SignInAsync(interviewer);
        await browser.GetAsync($"/interviews/{interview.Id}/begin");
        await browser.SubmitAsync("Go to the questions", ("Confirmed", "true"));
        await browser.SubmitAsync("Read it back to them", ("situation", "We moved here two years ago."));
        await browser.FollowAsync("They agree with it");
        await browser.SubmitAsync("Continue", ("Tier", TierSlug.Of(tier)));
        return (interview, browser);
    }

    private static Dictionary<string, int> RowsWith(IReadOnlyDictionary<string, IReadOnlyList<string>> rows, Guid id) => rows
        .Select(table => (table.Key, Count: table.Value.Count(row => row.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase) || row.Contains(Hex(id), StringComparison.OrdinalIgnoreCase))))
        .Where(table => table.Count > 0)
        .ToDictionary(table => table.Key, table => table.Count, StringComparer.Ordinal);

    private static string Hex(Guid id) => Convert.ToHexString(id.ToByteArray());

    public sealed class OnSqlite(SqliteSite site) : InterviewTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : InterviewTests(site), IClassFixture<PostgreSqlSite>;
}
