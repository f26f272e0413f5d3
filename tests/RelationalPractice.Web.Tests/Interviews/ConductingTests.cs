using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Interviews;

/// <summary>The interview itself: the statement first, saved as it goes, read back, known as the family chooses, and then gone.</summary>
public abstract class ConductingTests(StaffSite site)
{
    private const string Words = "She comes when she says she will.";

    [Theory]
    [InlineData("sheet")]
    [InlineData("read-back")]
    [InlineData("known")]
    [InlineData("send")]
    public async Task Get_BeforeTheStatement_LeadsBackToIt(string page)
    {
        var (interview, browser) = await BookedAsync();

        (await browser.GetAsync($"/interviews/{interview.Id}/{page}")).Path.ShouldBe($"/interviews/{interview.Id}/begin");
        await browser.ForgeAsync("Go to the questions");
        browser.Page.Errors.ShouldBe(["Read the statement out first. Then tick that they want to go on"]);
        (await DraftsAsync(interview)).ShouldBe(0);
        (await site.AuditedAsync(AuditEventKind.InterviewBegun, interview.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Begin_Confirmed_IsAuditedOnceAndShowsEveryQuestion()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);

        var page = await browser.GetAsync($"/interviews/{interview.Id}/begin");

        page.Path.ShouldBe($"/interviews/{interview.Id}/sheet");
        foreach (var question in SurveySeeds.Questionnaire(Audience.ParentCarer).Questions)
        {
            page.Text.ShouldContain(GlossaryText.Plain(question.Wording));
            question.ItemKeys.ShouldAllBe(key => page.Document.QuerySelector($"form [name='{key}']") != null);
        }

        page.Text.ShouldContain("If they ask what it means");
        (await site.AuditedAsync(AuditEventKind.InterviewBegun, interview.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Begin_YoungPerson_AsksTheirOwnQuestions()
    {
        var (interview, browser) = await BookedAsync(Audience.YoungPerson);

        await BeginAsync(browser, interview);

        browser.Page.Text.ShouldContain("I feel safe with my social worker");
        browser.Page.Document.QuerySelector("[name=safe][value=not-sure]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Sheet_SavedWithoutScripts_IsThereInAnotherBrowserAndRestsSealed()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);

        (await browser.SubmitAsync("Save", ("situation", "A <i>zebra</i> 😀"), ("trust", "2"))).Text.ShouldContain("Saved.");
        var elsewhere = await site.SignInAsync(await MemberAsync(interview));
        var page = await elsewhere.GetAsync($"/interviews/{interview.Id}/sheet");

        page.Document.QuerySelector("#situation")!.TextContent.ShouldBe("A <i>zebra</i> 😀");
        page.Document.QuerySelector("[name=trust][value='2']")!.HasAttribute("checked").ShouldBeTrue();
        (await site.Database.RowsAsync()).SelectMany(table => table.Value).ShouldNotContain(row => row.Contains("zebra"));
        (await elsewhere.FollowAsync("Back to your interviews")).Text.ShouldContain("Go on");
    }

    [Fact]
    public async Task Sheet_SavedByTheScript_AnswersWithItsVersion()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);

        var (first, version) = await PostAsync(browser, browser.Page, ("situation", "One"));
        // The answer to the first was lost on the way: the same window says again what it saw before.
        var (second, next) = await PostAsync(browser, browser.Page, ("situation", "One and two"));

        (first, second).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        next.ShouldBe(version + 1);
        (await browser.GetAsync($"/interviews/{interview.Id}/sheet")).Document.QuerySelector("#situation")!.TextContent.ShouldBe("One and two");
    }

    [Fact]
    public async Task Sheet_TwoWindows_TheSecondOverwritesNothingUnseen()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);
        var other = browser.NewTab();
        var stale = await other.GetAsync($"/interviews/{interview.Id}/sheet");
        await browser.SubmitAsync("Save", ("situation", "From the first window"));

        (await PostAsync(other, stale, ("situation", "From the second"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var page = await other.SubmitAsync(stale, "Save", ("situation", "From the second"), ("impact", "Only here"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("From the first window");
        page.Document.QuerySelector("#situation")!.TextContent.ShouldBe("From the second");
        page.Document.QuerySelector("#impact")!.TextContent.ShouldBe("Only here");
        (await browser.GetAsync($"/interviews/{interview.Id}/read-back")).Text.ShouldContain("From the first window");
        (await other.SubmitAsync("Save")).Text.ShouldContain("Saved.");
        (await browser.GetAsync($"/interviews/{interview.Id}/read-back")).Text.ShouldContain("From the second");
    }

    [Fact]
    public async Task Sheet_TooLong_SaysSoKeepsTheRestAndLosesNothingTyped()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);
        var tooLong = new string('x', LongTextQuestion.TextMaxLength + 1);

        var page = await browser.SubmitAsync("Read it back to them", ("situation", tooLong), ("anything", "Kept"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldContain("1 character too long");
        page.Document.QuerySelector("#situation")!.TextContent.ShouldBe(tooLong);
        (await browser.GetAsync($"/interviews/{interview.Id}/read-back")).Text.ShouldContain("Kept");
    }

    [Fact]
    public async Task Sheet_SignedOutMeanwhile_AsksToSignInAndKeepsNothingHalf()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);
        var sheet = browser.Page;
        browser.ForgetCookies();

        (await PostAsync(browser, sheet, ("situation", "Lost?"))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task AnyPage_OfAnother_IsNotThereAndIsAudited()
    {
        var (interview, owner) = await BookedAsync();
        await BeginAsync(owner, interview);
        var other = await site.SignInAsync(await site.InterviewerAsync());
        string[] pages = ["begin", "sheet", "read-back", "known", "send"];

        foreach (var page in pages)
        {
            (await other.GetAsync($"/interviews/{interview.Id}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await site.AuditedAsync(AuditEventKind.EntryRefused, interview.Id)).ShouldBe(pages.Length);
        (await other.GetAsync($"/interviews/{Guid.NewGuid()}/sheet")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync("/interviews/mine")).Text.ShouldContain("Nobody has been booked with you.");
    }

    [Fact]
    public async Task Mine_NameAndContact_AreShownFromTheDayBefore()
    {
        var interviewer = await site.InterviewerAsync();
        var (soon, _) = await site.WishAsync(name: "Tomorrow", contact: "07700 900111", workerName: "Never shown");
        var (later, _) = await site.WishAsync(name: "In two days", contact: "07700 900222");
        await site.BookAsync(soon, await site.OfferAsync(interviewer));
        var far = await site.BookAsync(later, await site.OfferAsync(interviewer, daysAhead: 2));
        var browser = await site.SignInAsync(interviewer);

        var page = await browser.GetAsync("/interviews/mine");

        page.Text.ShouldContain("Tomorrow: 07700 900111");
        page.Text.ShouldNotContain("In two days");
        page.Text.ShouldNotContain("900222");
        page.Text.ShouldNotContain("Never shown");
        (await browser.GetAsync($"/interviews/{far.Id}/begin")).Path.ShouldBe("/interviews/mine");
    }

    [Theory]
    [InlineData(Tier.Named)]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public async Task Send_EachTier_KeepsWhatItMayAndIsGoneFromHere(Tier tier)
    {
        var (interview, browser) = await BookedAsync();
        await ReachSendAsync(browser, interview, tier);

        var page = await SendAsync(browser, tier);

        var response = await ResponseAsync(Family.CodeOn(page));
        response.Tier.ShouldBe(tier);
        response.TextOf("situation").ShouldBe(Words);
        response.ScoreOf("trust").ShouldBe(4);
        site.Reveal((response as NamedResponse)?.RespondentName).ShouldBe(tier == Tier.Named ? "Ines Quist" : null);
        site.Reveal((response as WorkerResponse)?.WorkerNameTyped).ShouldBe(tier == Tier.Anonymous ? null : "Mr Oaks");
        foreach (var gone in (string[])["begin", "sheet", "read-back", "known", "send"])
        {
            (await browser.GetAsync($"/interviews/{interview.Id}/{gone}")).Status.ShouldBe(HttpStatusCode.NotFound, gone);
        }

        (await DraftsAsync(interview)).ShouldBe(0);
        var wish = await site.InDatabaseAsync(db => db.InterviewRequests.AsNoTracking().SingleAsync(r => r.Id == interview.RequestId));
        (wish.State, wish.Name, wish.Contact, wish.WorkerStaffId).ShouldBe((InterviewRequestState.Held, null, null, null));
        (await site.AuditedAsync(AuditEventKind.EntryRefused, interview.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Send_FieldsOfAnotherTier_AreNotKept()
    {
        var (interview, browser) = await BookedAsync();
        await ReachSendAsync(browser, interview, Tier.Anonymous);

        var page = await browser.ForgeAsync("Send it", ("RespondentName", "Ines Quist"), ("WorkerName", "Mr Oaks"), ("Contact", "07700 900999"));

        (await ResponseAsync(Family.CodeOn(page))).ShouldBeOfType<AnonymousResponse>();
    }

    [Fact]
    public async Task Send_PressedTwice_SendsOnceAndShowsTheSameCode()
    {
        var (interview, browser) = await BookedAsync();
        await ReachSendAsync(browser, interview, Tier.Anonymous);
        var form = browser.Page;
        var before = await CountAsync();

        var both = await Task.WhenAll(browser.SubmitAsync(form, "Send it"), browser.NewTab().SubmitAsync(form, "Send it"));
        var again = await browser.SubmitAsync(form, "Send it");

        both.Append(again).Select(Family.CodeOn).Distinct().ShouldHaveSingleItem();
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Send_AnswersChangedInAnotherWindow_ReadsBackAgain()
    {
        var (interview, browser) = await BookedAsync();
        await ReachSendAsync(browser, interview, Tier.Anonymous);
        var form = browser.Page;
        var other = browser.NewTab();
        await other.GetAsync($"/interviews/{interview.Id}/sheet");
        await other.SubmitAsync("Save", ("situation", "Changed"));
        var before = await CountAsync();

        var page = await browser.SubmitAsync(form, "Send it");

        page.Path.ShouldStartWith($"/interviews/{interview.Id}/read-back");
        page.Text.ShouldContain("Read them back again");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Send_NoTierChosen_LeadsBackToTheChoice()
    {
        var (interview, browser) = await BookedAsync();
        await BeginAsync(browser, interview);

        (await browser.GetAsync($"/interviews/{interview.Id}/send")).Path.ShouldBe($"/interviews/{interview.Id}/known");
        (await browser.SubmitAsync("Continue")).Errors.ShouldBe(["Choose how it is kept: only this must be answered"]);
    }

    [Fact]
    public async Task Send_DistressAndSupport_ReachTheQualityTeamByTheMonthAlone()
    {
        var (interview, browser) = await BookedAsync();
        await ReachSendAsync(browser, interview, Tier.Anonymous);
        var note = $"A break, {Guid.NewGuid():N}";
        (await browser.SubmitAsync("Send it", ("SupportNote", new string('x', Interview.SupportNoteMaxLength + 1)))).Status.ShouldBe(HttpStatusCode.BadRequest);

        await browser.SubmitAsync("Send it", ("Distress", "true"), ("SupportNote", note));

        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync("/interviews");
        page.Text.ShouldContain($"January 2031: somebody was upset. {note}");
        (await site.Database.RowsAsync())["interviews"].ShouldNotContain(row => row.Contains(note));
    }

    [Fact]
    public async Task Begin_CancelledMeanwhile_IsNotThere()
    {
        var (interview, browser) = await BookedAsync();
        await browser.GetAsync($"/interviews/{interview.Id}/begin");
        await site.InDatabaseAsync(async db =>
        {
            (await db.Interviews.FindAsync(interview.Id))!.Cancel("Ill");
            return await db.SaveChangesAsync();
        });

        (await browser.SubmitAsync("Go to the questions", ("Confirmed", "true"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(Interview Interview, PageClient Browser)> BookedAsync(Audience audience = Audience.ParentCarer)
    {
        var interviewer = await site.InterviewerAsync();
        var (wish, _) = await site.WishAsync(audience: audience);
        var interview = await site.BookAsync(wish, await site.OfferAsync(interviewer, daysAhead: 0));
        return (interview, await site.SignInAsync(interviewer));
    }

    private static async Task BeginAsync(PageClient browser, Interview interview)
    {
        await browser.GetAsync($"/interviews/{interview.Id}/begin");
        await browser.SubmitAsync("Go to the questions", ("Confirmed", "true"));
    }

    private static async Task ReachSendAsync(PageClient browser, Interview interview, Tier tier)
    {
        await BeginAsync(browser, interview);
        await browser.SubmitAsync("Read it back to them", ("situation", Words), ("trust", "4"));
        browser.Page.Text.ShouldContain(Words);
        await browser.FollowAsync("They agree with it");
        await browser.SubmitAsync("Continue", ("Tier", TierSlug.Of(tier)));
        browser.Page.Path.ShouldBe($"/interviews/{interview.Id}/send");
    }

    private static Task<Page> SendAsync(PageClient browser, Tier tier) => tier switch
    {
        Tier.Named => browser.SubmitAsync("Send it", ("RespondentName", "Ines Quist"), ("Contact", "07700 900999"), ("WorkerName", "Mr Oaks")),
        Tier.WorkerOnly => browser.SubmitAsync("Send it", ("WorkerName", "Mr Oaks"), ("Share", "scores")),
        _ => browser.SubmitAsync("Send it"),
    };

    /// <summary>As the script does it.</summary>
    private static async Task<(HttpStatusCode Status, int Version)> PostAsync(PageClient browser, Page sheet, params (string Field, string Value)[] answers)
    {
        var hidden = sheet.Document.QuerySelectorAll("form[data-keep] input[type=hidden], form[data-keep] ~ input[name=__RequestVerificationToken]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        using var request = new HttpRequestMessage(HttpMethod.Post, sheet.Path)
        {
            Content = new FormUrlEncodedContent([.. hidden, .. answers.Select(a => KeyValuePair.Create(a.Field, a.Value))]),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await browser.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict ? JsonDocument.Parse(body).RootElement.GetProperty("version").GetInt32() : -1);
    }

    private Task<int> DraftsAsync(Interview interview) => site.InDatabaseAsync(db => db.InterviewDrafts.CountAsync(d => d.InterviewId == interview.Id));

    private Task<int> CountAsync() => site.InDatabaseAsync(db => db.SurveyResponses.CountAsync());

    private Task<StaffMember> MemberAsync(Interview interview) => site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(s => s.Id == interview.InterviewerId));

    private async Task<SurveyResponse> ResponseAsync(string code)
    {
        var hash = ReceiptHasher.Hash(ReceiptCode.Parse(code)!.Digits, await site.ReceiptKeyAsync());
        return await site.InDatabaseAsync(db => db.SurveyResponses.AsNoTracking().Include(r => r.Answers).SingleAsync(r => r.ReceiptHash == hash));
    }

    public sealed class OnSqlite(SqliteSite site) : ConductingTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ConductingTests(site), IClassFixture<PostgreSqlSite>;
}
