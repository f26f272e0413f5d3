using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Html;
using RelationalPractice.Testing.Traces;
using RelationalPractice.Web.Pages.Collation.Paper;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation.Paper;

/// <summary>The second reader, and what a paper becomes.</summary>
public abstract class CheckTests(StaffSite site)
{
    private const string Code = "9926 1140 7383 20";

    [Fact]
    public async Task Check_ByWhoeverTypedIt_IsNotOfferedAndRefused()
    {
        var typist = await ReaderAsync();
        await typist.TypeAsync(site, "Own, 1", Tier.Anonymous, fields: [("impact", "Said on the paper of Own, 1.")]);
        var form = (await site.FormAsync("Own, 1"))!;

        var page = await typist.GetAsync(PaperLinks.Check(form.Id));

        page.Text.ShouldContain("somebody else checks it");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        var token = (await typist.GetAsync(PaperLinks.SetAside(form.Id))).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await typist.PostAsync(PaperLinks.Check(form.Id),
            [("__RequestVerificationToken", token), ("paper_version", "1"), (PaperEntry.LabelField, "Own, 1"), (PaperEntry.TierField, TierSlug.Anonymous), ("impact", "Said on the paper of Own, 1.")]);
        (await site.FormAsync("Own, 1")).ShouldNotBeNull();
        (await site.ResponseSayingAsync("Said on the paper of Own, 1.")).ShouldBeNull();
    }

    [Fact]
    public async Task Check_Named_IsAResponseLikeAnyOther()
    {
        await (await ReaderAsync()).TypeAsync(site, "Named, 1", Tier.Named, fields:
            [(PaperEntry.NameField, "Krystal Adeyemi"), (PaperEntry.ContactField, "07700 900123"), (PaperEntry.WorkerField, "Mrs Okafor"), (PaperEntry.CodeField, Code + "01"),
                ("impact", "Said on the paper of Named, 1."), ("trust", "5")]);
        var form = (await site.FormAsync("Named, 1"))!;

        var page = await SendAsync(await ReaderAsync(), form.Id);

        page.Text.ShouldContain("It is in the queue of responses, like any other");
        var response = (NamedResponse)(await site.ResponseSayingAsync("Said on the paper of Named, 1."))!;
        response.ReceivedOn.ShouldBe(site.Today());
        response.ReceiptHash.ShouldBe(form.ReceiptHash);
        response.ScoreOf("trust").ShouldBe(5);
        response.Answers.Count.ShouldBe(2);
        var personal = site.Services.GetRequiredService<PersonalDataProtector>();
        (personal.Reveal(response.RespondentName), personal.Reveal(response.Contact), personal.Reveal(response.WorkerNameTyped)).ShouldBe(("Krystal Adeyemi", "07700 900123", "Mrs Okafor"));
        (await site.FormAsync("Named, 1")).ShouldBeNull();
        (await site.AuditedAsync(AuditEventKind.PaperChecked, form.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Check_WithACode_LetsTheFamilyLookBackAndTakeItBack()
    {
        await (await ReaderAsync()).TypeAsync(site, "Back, 1", Tier.Anonymous, fields: [(PaperEntry.CodeField, Code + "02"), ("impact", "Said on the paper of Back, 1.")]);
        await SendAsync(await ReaderAsync(), (await site.FormAsync("Back, 1"))!.Id);
        var family = site.Browser();

        await family.GetAsync("/feedback/code");
        var page = await family.SubmitAsync(family.Page.Document.QuerySelector("main form button")!.TextContent.Trim(), (family.Page.Document.QuerySelector("main input[type=text]")!.GetAttribute("name")!, Code + "02"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("quality team");
        page.Text.ShouldNotContain("Said on the paper");
    }

    [Fact]
    public async Task Check_WithCorrections_SendsWhatTheSecondReaderSaw()
    {
        await (await ReaderAsync()).TypeAsync(site, "Put right, 1", Tier.Named, fields: [(PaperEntry.NameField, "Krystal"), ("impact", "Misread."), ("trust", "1"), ("skilled", "3")]);
        var reader = await ReaderAsync();
        await reader.GetAsync(PaperLinks.Check((await site.FormAsync("Put right, 1"))!.Id));

        await reader.SubmitAsync(Papers.Send, (PaperEntry.TierField, TierSlug.WorkerOnly), ("impact", "Read well on Put right, 1."), ("trust", ""));

        (await site.ResponseSayingAsync("Misread.")).ShouldBeNull();
        var response = (await site.ResponseSayingAsync("Read well on Put right, 1."))!;
        response.ShouldBeOfType<WorkerOnlyResponse>();
        (response.ScoreOf("trust"), response.ScoreOf("skilled")).ShouldBe((null, 3));
    }

    [Fact]
    public async Task Check_ByTwoAtOnce_IsOneResponseAndTheOtherIsTold()
    {
        await (await ReaderAsync()).TypeAsync(site, "Both, 1", Tier.Anonymous, fields: [("impact", "Said on the paper of Both, 1.")]);
        var id = (await site.FormAsync("Both, 1"))!.Id;
        PageClient[] readers = [await ReaderAsync(), await ReaderAsync()];
        foreach (var reader in readers)
        {
            await reader.GetAsync(PaperLinks.Check(id));
        }

        var pages = await Task.WhenAll(readers.Select(reader => reader.SubmitAsync(Papers.Send)));

        pages.Select(page => page.Status).ShouldBe([HttpStatusCode.OK, HttpStatusCode.NotFound], ignoreOrder: true);
        pages.Single(page => page.Status == HttpStatusCode.NotFound).Text.ShouldContain("A colleague has checked it or set it aside");
        (await site.ResponseSayingAsync("Said on the paper of Both, 1.")).ShouldNotBeNull();
        (await site.AuditedAsync(AuditEventKind.PaperChecked, id)).ShouldBe(1);
    }

    [Fact]
    public async Task Check_ACodeThatOpensAnotherResponse_IsToldAndKept()
    {
        await (await ReaderAsync()).TypeAsync(site, "First, 1", Tier.Anonymous, fields: [(PaperEntry.CodeField, Code + "03")]);
        await SendAsync(await ReaderAsync(), (await site.FormAsync("First, 1"))!.Id);
        await (await ReaderAsync()).TypeAsync(site, "Second, 1", Tier.Anonymous);
        var reader = await ReaderAsync();
        await reader.GetAsync(PaperLinks.Check((await site.FormAsync("Second, 1"))!.Id));

        var page = await reader.SubmitAsync(Papers.Send, (PaperEntry.CodeField, Code + "03"));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("A form with this code was typed before");
        (await site.FormAsync("Second, 1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Check_MarkupOnThePaper_IsShownAsText()
    {
        await (await ReaderAsync()).TypeAsync(site, "<b>Bold</b>, 1", Tier.Named, fields: [(PaperEntry.NameField, "\"><script>alert(1)</script>"), ("impact", "</textarea><script>alert(2)</script>")]);
        var reader = await ReaderAsync();

        (await reader.GetAsync(PaperLinks.List())).Text.ShouldContain("<b>Bold</b>, 1");
        var page = await reader.FollowAsync("<b>Bold</b>, 1");

        page.Document.QuerySelector("#impact")!.TextContent.Trim().ShouldBe("</textarea><script>alert(2)</script>");
        page.Document.GetElementById(PaperEntry.NameField)!.GetAttribute("value").ShouldBe("\"><script>alert(1)</script>");
    }

    [Fact]
    public async Task SetAside_WithoutAReason_AsksForOne()
    {
        await (await ReaderAsync()).TypeAsync(site, "Aside, 1", Tier.Anonymous);
        var reader = await ReaderAsync();
        await reader.GetAsync(PaperLinks.SetAside((await site.FormAsync("Aside, 1"))!.Id));

        (await reader.SubmitAsync("Set it aside")).Errors.ShouldBe(["Say why it is set aside"]);
        (await site.FormAsync("Aside, 1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task SetAside_WithAReason_IsGoneAndAudited()
    {
        await (await ReaderAsync()).TypeAsync(site, "Aside, 2", Tier.Anonymous, fields: [("impact", "Said on the paper of Aside, 2.")]);
        var id = (await site.FormAsync("Aside, 2"))!.Id;
        var reader = await ReaderAsync();
        var asked = await reader.GetAsync(PaperLinks.SetAside(id));

        (await reader.SubmitAsync("Set it aside", ("Reason", "Typed twice"))).Text.ShouldContain("What was typed is gone.");

        (await site.FormAsync("Aside, 2")).ShouldBeNull();
        (await site.ResponseSayingAsync("Said on the paper of Aside, 2.")).ShouldBeNull();
        (await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.Kind == AuditEventKind.PaperSetAside && e.SubjectId == id))).Reason.ShouldBe("Typed twice");
        (await reader.SubmitAsync(asked, "Set it aside", ("Reason", "Typed twice"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Promises 1 and 2 on paper: first typed with a name, then put right to what was ticked.</summary>
    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Check_PutRightToANamelessTier_LeavesNoTraceOfTheFamily(Tier tier)
    {
        var mark = string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + b % 26)));
        var (name, words, label) = ($"Philippa{mark[..5]} Thistle{mark[5..]}", $"It is better since {mark}.", $"Promise {mark[..8]}");
        var search = new TraceSearch([Trace.OfText("name", name), Trace.OfTelephone("telephone number", "07700 900 461")]);
        var before = search.Find(await KeptAsync());
        await (await ReaderAsync()).TypeAsync(site, label, Tier.Named, fields: [(PaperEntry.NameField, name), (PaperEntry.ContactField, "07700 900 461"), ("impact", words)]);
        var form = (await site.FormAsync(label))!;
        var reader = await ReaderAsync();
        await reader.GetAsync(PaperLinks.Check(form.Id));

        await reader.SubmitAsync(Papers.Send, (PaperEntry.TierField, TierSlug.Of(tier)));

        TraceSearch.Added(before, search.Find(await KeptAsync())).ShouldBeEmpty();
        var response = (await site.ResponseSayingAsync(words))!;
        response.ShouldNotBeOfType<NamedResponse>();
        response.Id.ShouldNotBe(form.Id);
        var rows = await site.Database.RowsAsync();
        var mentions = new TraceSearch([Trace.OfId("response", response.Id)]);
        rows.Where(table => mentions.Find([new KeptFile(table.Key, Encoding.UTF8.GetBytes(string.Join('\n', table.Value)))]).Count > 0)
            .Select(table => table.Key).ShouldBe(["survey_answers", "survey_responses"], ignoreOrder: true, "nothing says when or how it came");
        rows.SelectMany(table => table.Value).ShouldNotContain(row => row.Contains(label));
    }

    private async Task<IReadOnlyList<KeptFile>> KeptAsync() =>
    [
        .. await site.Database.FilesAsync(),
        new KeptFile("log", Encoding.UTF8.GetBytes(site.Log.Text)),
    ];

    private static async Task<Page> SendAsync(PageClient reader, Guid id)
    {
        await reader.GetAsync(PaperLinks.Check(id));
        return await reader.SubmitAsync(Papers.Send);
    }

    private Task<PageClient> ReaderAsync() => site.SignInAsync(Role.QualityAssurance);

    public sealed class OnSqlite(SqliteSite site) : CheckTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : CheckTests(site), IClassFixture<PostgreSqlSite>;
}
