using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class RedactTests(StaffSite site)
{
    private static readonly string Key = Decisions.KeyOf(0);

    [Fact]
    public async Task Get_Answer_ShowsItsWordsExactlyWhateverIsHidden()
    {
        const string Text = "Two  spaces,\na line, <b>و</b> 👩‍👧 & Tomasz\n\nand Tomasz.";
        var (response, browser) = await ReceiveAsync(Text);
        await browser.HideAsync(response.Id, Key, "Tomasz");

        var page = await browser.GetAsync($"/collation/{response.Id}/redact");

        var box = page.Document.QuerySelector("[data-redact]")!;
        foreach (var aside in box.QuerySelectorAll("[data-not-text]").ToList())
        {
            aside.Remove();
        }

        box.TextContent.ShouldBe(Text);
        box.QuerySelectorAll("mark").Select(mark => mark.TextContent).ShouldBe(["Tomasz", "Tomasz"]);
    }

    [Fact]
    public async Task Hide_Selection_WidensToWholeCharacters()
    {
        var (response, browser) = await ReceiveAsync("Hi 👩🏽‍👧 there");

        await SelectAsync(browser, response.Id, 4, 5);

        (await RedactionsAsync(response.Id)).ShouldBe([(3, 7, RedactionKind.Name, true)]);
        browser.Page.Path.ShouldBe($"/collation/{response.Id}/redact?done=Hidden");
    }

    [Fact]
    public async Task Hide_OverlappingSelections_BecomeOne()
    {
        var (response, browser) = await ReceiveAsync("Ann Bell and her dog");

        await SelectAsync(browser, response.Id, 0, 3);
        await SelectAsync(browser, response.Id, 2, 8);
        await SelectAsync(browser, response.Id, 4, 6);

        (await RedactionsAsync(response.Id)).ShouldBe([(0, 8, RedactionKind.Name, true)]);
        (await site.AuditedAsync(AuditEventKind.WordsHidden, response.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Hide_TypedWords_EveryPlaceOrOne()
    {
        var (response, browser) = await ReceiveAsync("Tom and Tom and Tom");
        await browser.GetAsync($"/collation/{response.Id}/hide?question={Key}");
        await browser.SubmitAsync("Hide them", ("Words", "Tom"), ("Place", "2"), ("Kind", "Name"));

        (await RedactionsAsync(response.Id)).ShouldBe([(8, 11, RedactionKind.Name, true)]);

        await browser.HideAsync(response.Id, Key, "Tom");
        (await RedactionsAsync(response.Id)).Select(r => r.Start).ShouldBe([0, 8, 16]);
    }

    [Theory]
    [InlineData("", "", "Name", "Type the words to hide")]
    [InlineData("Bob", "", "Name", "Those words do not stand in this answer. Type them exactly as they are written")]
    [InlineData("Tom", "3", "Name", "They stand there 2 times: type a number from 1 to 2, or leave this empty")]
    [InlineData("Tom", "x", "Name", "Type a number, such as 1, or leave this empty")]
    [InlineData("Tom", "", "", "Choose what they are")]
    public async Task Hide_WrongInput_SaysSoAndKeepsWhatWasTyped(string words, string place, string kind, string message)
    {
        var (response, browser) = await ReceiveAsync("Tom and Tom");
        await browser.GetAsync($"/collation/{response.Id}/hide?question={Key}");

        var page = await browser.SubmitAsync("Hide them", ("Words", words), ("Place", place), ("Kind", kind));

        (page.Status, page.Errors.Single()).ShouldBe((HttpStatusCode.BadRequest, message));
        (page.Document.QuerySelector("#Words")!.GetAttribute("value") ?? "").ShouldBe(words);
        (page.Document.QuerySelector("#Place")!.GetAttribute("value") ?? "").ShouldBe(place);
        (await RedactionsAsync(response.Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("elsewhere", "0", "3", "Name")]
    [InlineData("", "0", "3", "Name")]
    [InlineData(null, "0", "3", "Nothing")]
    [InlineData(null, "x", "y", "Name")]
    public async Task Hide_ForgedSelection_HidesNothing(string? key, string start, string end, string kind)
    {
        var (response, browser) = await ReceiveAsync("Tom and Tom");
        await browser.GetAsync($"/collation/{response.Id}/redact");

        var page = await browser.ForgeAsync("Hide the selected words", ("QuestionKey", key ?? Key), ("Start", start), ("End", end), ("Kind", kind));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await RedactionsAsync(response.Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-5, 400)]
    [InlineData(0, int.MaxValue)]
    public async Task Hide_SelectionBeyondTheText_HidesWhatThereIs(int start, int end)
    {
        var (response, browser) = await ReceiveAsync("Tom");
        await SelectAsync(browser, response.Id, start, end);
        (await RedactionsAsync(response.Id)).ShouldBe([(0, 3, RedactionKind.Name, true)]);
    }

    [Fact]
    public async Task Hide_ByManyAtOnce_LosesNothing()
    {
        var (response, browser) = await ReceiveAsync("aa bb cc dd ee ff");
        var opened = await browser.GetAsync($"/collation/{response.Id}/hide?question={Key}");

        var pages = await Task.WhenAll(((string[])["aa", "bb", "cc", "dd"]).Select(words =>
            browser.NewTab().SubmitAsync(opened, "Hide them", ("Words", words), ("Kind", "Other"))));

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.OK);
        (await RedactionsAsync(response.Id)).Select(r => r.Start).ShouldBe([0, 3, 6, 9]);
        (await site.AuditedAsync(AuditEventKind.WordsHidden, response.Id)).ShouldBe(4);
    }

    [Fact]
    public async Task ShowAgain_Hidden_IsUndoneOnce()
    {
        var (response, browser) = await ReceiveAsync("Tom");
        var hidden = await browser.HideAsync(response.Id, Key, "Tom");
        var button = PageText.Of(hidden.Document.QuerySelector("button[name=RedactionId]"));

        (await browser.SubmitAsync(hidden, button)).Path.ShouldBe($"/collation/{response.Id}/redact?done=ShownAgain");
        (await browser.SubmitAsync(hidden, button)).Status.ShouldBe(HttpStatusCode.OK);

        (await RedactionsAsync(response.Id)).ShouldBeEmpty();
        (await site.AuditedAsync(AuditEventKind.WordsShownAgain, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task ShowAgain_OfAnotherResponse_ChangesNothing()
    {
        var (other, browser) = await ReceiveAsync("Ann");
        await browser.HideAsync(other.Id, Key, "Ann");
        var foreign = browser.Page.Document.QuerySelector("button[name=RedactionId]")!.GetAttribute("value")!;
        var (response, _) = await ReceiveAsync("Tom");
        await browser.HideAsync(response.Id, Key, "Tom");
        var button = PageText.Of(browser.Page.Document.QuerySelector("button[name=RedactionId]"));

        await browser.ForgeAsync(button, ("RedactionId", foreign));

        (await RedactionsAsync(other.Id)).Count.ShouldBe(1);
        (await RedactionsAsync(response.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_Proposals_AreNeverAppliedByThemselves()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var (response, browser) = await ReceiveAsync("Ngozi rang me on 07700 900123, and Krystal was ill.");

        var page = await browser.GetAsync($"/collation/{response.Id}/redact");

        Proposed(page).ShouldBe(["“Ngozi” as [name]", "“07700 900123” as [telephone number]", "“Krystal” as [name]"]);
        (await RedactionsAsync(response.Id)).ShouldBeEmpty();
        worker.ShouldNotBeNull();
    }

    [Fact]
    public async Task Proposals_HiddenOrLeft_AreNotProposedAgain()
    {
        var (response, browser) = await ReceiveAsync("I am Krystal, my number is 07700 900123.");
        await browser.GetAsync($"/collation/{response.Id}/redact");

        await PressAsync(browser, "Leave", 0);
        Proposed(browser.Page).ShouldBe(["“07700 900123” as [telephone number]"]);
        await PressAsync(browser, "Hide", 0);

        Proposed(browser.Page).ShouldBeEmpty();
        (await RedactionsAsync(response.Id)).ShouldBe([(5, 12, RedactionKind.Name, false), (27, 39, RedactionKind.Telephone, true)]);
        (await site.AuditedAsync(AuditEventKind.ProposalDeclined, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Proposals_HideAllOfOneAnswer_LeavesTheOthersOpen()
    {
        var response = await site.ReceiveNamedAsync(answers: [Decisions.Words("Krystal, 07700 900123"), Decisions.Words("Krystal Adeyemi", 1)]);
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var page = await browser.GetAsync($"/collation/{response.Id}/redact");

        await browser.SubmitAsync(PageText.Of(page.Document.QuerySelector("button[name=HideAll]")));

        Proposed(browser.Page).ShouldBe(["“Krystal Adeyemi” as [name]"]);
        (await site.AuditedAsync(AuditEventKind.WordsHidden, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Proposals_WordsHiddenInOnePlace_AreProposedInTheOthers()
    {
        var response = await site.ReceiveNamedAsync(answers: [Decisions.Words("Zbyszko is nine"), Decisions.Words("they asked zbyszko alone", 1)]);
        var browser = await site.SignInAsync(Role.QualityAssurance);

        await browser.HideAsync(response.Id, Key, "Zbyszko");

        Proposed(browser.Page).ShouldBe(["“zbyszko” as [name]"]);
    }

    [Fact]
    public async Task Proposals_LeftThenHiddenByHand_IsHidden()
    {
        var (response, browser) = await ReceiveAsync("I am Krystal");
        await browser.GetAsync($"/collation/{response.Id}/redact");
        await PressAsync(browser, "Leave", 0);

        await browser.HideAsync(response.Id, Key, "Krystal");

        (await RedactionsAsync(response.Id)).ShouldBe([(5, 12, RedactionKind.Name, true)]);
    }

    [Theory]
    [InlineData("Hide", "elsewhere:0-3")]
    [InlineData("Leave", "0-3")]
    [InlineData("HideAll", "elsewhere")]
    public async Task Proposals_ThatDoNotExist_ChangeNothing(string button, string value)
    {
        var (response, browser) = await ReceiveAsync("I am Krystal, 07700 900123");
        var page = await browser.GetAsync($"/collation/{response.Id}/redact");

        await browser.ForgeAsync(PageText.Of(page.Document.QuerySelector("button[name=Leave]")), ("Leave", ""), (button, value));

        (await RedactionsAsync(response.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_WithoutAName_PointsOutWhatTheWorkerMayKnowThemBy()
    {
        var words = Decisions.Words("As the only dad in the group, with my three boys.");
        var alone = await site.ReceiveWorkerOnlyAsync(answers: words);
        var named = await site.ReceiveNamedAsync(answers: words);
        var browser = await site.SignInAsync(Role.QualityAssurance);

        var page = await browser.GetAsync($"/collation/{alone.Id}/redact");

        page.Document.QuerySelectorAll(".practice-redact__think li").Select(li => li.TextContent).ShouldBe(["“As the only dad in the group”", "“my three boys”"]);
        Proposed(page).ShouldBeEmpty();
        (await browser.GetAsync($"/collation/{named.Id}/redact")).Document.QuerySelector(".practice-redact__think").ShouldBeNull();
    }

    [Fact]
    public async Task Done_ProposalsOpen_AsksForAnAnswerToEach()
    {
        var (response, browser) = await ReceiveAsync("I am Krystal, 07700 900123");
        await browser.GetAsync($"/collation/{response.Id}/redact");

        var page = await browser.SubmitAsync(Decisions.NothingLeftToHide);

        (page.Status, page.Errors.Single()).ShouldBe((HttpStatusCode.BadRequest, "Answer the 2 proposals first: hide or leave each"));
        (await site.AuditedAsync(AuditEventKind.RedactionDone, response.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Done_ChangedMeanwhile_IsToldAndNotDone()
    {
        var (response, browser) = await ReceiveAsync("Tom and Ann");
        var opened = await browser.GetAsync($"/collation/{response.Id}/redact");
        await browser.HideAsync(response.Id, Key, "Tom");

        var page = await browser.SubmitAsync(opened, Decisions.NothingLeftToHide);

        page.Errors.ShouldBe([Standing.ChangedMeanwhile]);
        (await RecordAsync(response.Id)).RedactedById.ShouldBeNull();
        (await browser.SubmitAsync(Decisions.NothingLeftToHide)).Path.ShouldBe($"/collation/{response.Id}/release");
        (await RecordAsync(response.Id)).RedactedById.ShouldNotBeNull();
    }

    [Fact]
    public async Task Hide_AfterDone_TakesTheWordBack()
    {
        var (response, browser) = await ReceiveAsync("Tom and Ann");
        await browser.FinishHidingAsync(response.Id);

        await browser.HideAsync(response.Id, Key, "Tom");

        (await RecordAsync(response.Id)).RedactedById.ShouldBeNull();
    }

    [Fact]
    public async Task EveryAction_WithdrawnMeanwhile_IsNotThereAndKeepsNothing()
    {
        var (response, browser) = await ReceiveAsync("I am Krystal, 07700 900123");
        var hide = await browser.GetAsync($"/collation/{response.Id}/hide?question={Key}");
        var redact = await browser.GetAsync($"/collation/{response.Id}/redact");
        await PressAsync(browser, "Hide", 0);
        await site.WithdrawAsync(response.Id);

        var pages = new[]
        {
            await browser.SubmitAsync(hide, "Hide them", ("Words", "am"), ("Kind", "Name")),
            await browser.SubmitAsync(redact, PageText.Of(redact.Document.QuerySelectorAll("button[name=Leave]")[1])),
            await browser.SubmitAsync(redact, Decisions.NothingLeftToHide),
            await browser.GetAsync($"/collation/{response.Id}/show-again"),
            await browser.GetAsync($"/collation/{response.Id}/proposals"),
        };

        pages.ShouldAllBe(page => page.Status == HttpStatusCode.NotFound);
        (await RedactionsAsync(response.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_LongestAnswerWith200HiddenStretches_IsShownWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(n => $"{n:000} Xylo said hello 😀 ")).PadRight(SurveyAnswer.TextMaxLength, '.');
        var (response, browser) = await ReceiveAsync(text);
        await browser.HideAsync(response.Id, Key, "Xylo");

        var page = await browser.GetAsync($"/collation/{response.Id}/redact");

        page.Document.QuerySelectorAll("mark").Length.ShouldBe(200);
        page.Document.QuerySelectorAll("button[name=RedactionId]").Length.ShouldBe(200);
        (await site.AuditedAsync(AuditEventKind.WordsHidden, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_NoWords_SaysThatThereIsNothingToHide()
    {
        var response = await site.ReceiveNamedAsync();
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync($"/collation/{response.Id}/redact");
        page.Text.ShouldContain("There are no words in this response");
    }

    private async Task<(NamedResponse Response, PageClient Browser)> ReceiveAsync(string text) =>
        (await site.ReceiveNamedAsync(answers: Decisions.Words(text)), await site.SignInAsync(Role.QualityAssurance));

    private static async Task SelectAsync(PageClient browser, Guid id, int start, int end)
    {
        await browser.GetAsync($"/collation/{id}/redact");
        await browser.ForgeAsync("Hide the selected words", ("QuestionKey", Key), ("Start", start.ToString()), ("End", end.ToString()), ("Kind", "Name"));
    }

    private static Task<Page> PressAsync(PageClient browser, string name, int index) =>
        browser.SubmitAsync(PageText.Of(browser.Page.Document.QuerySelectorAll($"button[name={name}]")[index]));

    private static IEnumerable<string> Proposed(Page page) =>
        page.Document.QuerySelectorAll("form[action$='/proposals'] li > span").Select(span => PageText.Of(span));

    private async Task<List<(int Start, int End, RedactionKind Kind, bool Hidden)>> RedactionsAsync(Guid id) =>
        [.. (await site.InDatabaseAsync(db => db.Redactions.Where(r => r.ResponseId == id).OrderBy(r => r.Start).ToListAsync())).Select(r => (r.Start, r.End, r.Kind, r.Hidden))];

    private Task<CollationRecord> RecordAsync(Guid id) => site.InDatabaseAsync(db => db.CollationRecords.SingleAsync(r => r.ResponseId == id));

    public sealed class OnSqlite(SqliteSite site) : RedactTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : RedactTests(site), IClassFixture<PostgreSqlSite>;
}
