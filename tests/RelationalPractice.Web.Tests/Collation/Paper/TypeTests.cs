using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Collation.Paper;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation.Paper;

/// <summary>The first reader types a returned form.</summary>
public abstract class TypeTests(StaffSite site)
{
    private const string AnyCode = "4417 2093 8856 1";

    [Fact]
    public async Task Type_Nothing_SaysWhatIsMissing()
    {
        var reader = await ReaderAsync();
        await reader.GetAsync(PaperLinks.Type(await site.QuestionnaireAsync()));

        var page = await reader.SubmitAsync(Papers.Ready);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Say what is written on the paper to find it again", "Choose how the family wants to give feedback"]);
    }

    [Fact]
    public async Task Type_MoreThanFits_LosesNothingTyped()
    {
        var reader = await ReaderAsync();
        var words = new string('é', LongTextQuestion.TextMaxLength + 1);

        var page = await reader.TypeAsync(site, new string('x', PaperForm.LabelMaxLength + 1), Tier.Named, fields:
            [(PaperEntry.NameField, "Krystal"), (PaperEntry.CodeField, "12"), ("situation", words), ("trust", "4")]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.Count.ShouldBe(3);
        page.Document.QuerySelector("#situation")!.TextContent.Trim().ShouldBe(words);
        page.Document.QuerySelector("#trust option[selected]")!.GetAttribute("value").ShouldBe("4");
        page.Document.GetElementById(PaperEntry.NameField)!.GetAttribute("value").ShouldBe("Krystal");
        page.Document.GetElementById(PaperEntry.CodeField)!.GetAttribute("value").ShouldBe("12");
    }

    [Fact]
    public async Task Type_Ready_IsSealedAndAudited()
    {
        var reader = await ReaderAsync();

        var page = await reader.TypeAsync(site, "Sealed, 1", Tier.Named, fields: [(PaperEntry.NameField, "Krystal Sealed"), ("situation", "Words to be sealed away")]);

        page.Text.ShouldContain("A colleague checks it against the paper");
        var form = (await site.FormAsync("Sealed, 1"))!;
        form.IsTyped.ShouldBeTrue();
        (await site.AuditedAsync(AuditEventKind.PaperTyped, form.Id)).ShouldBe(1);
        var rows = string.Join('\n', (await site.Database.RowsAsync()).SelectMany(table => table.Value));
        rows.ShouldContain("Sealed, 1");
        rows.ShouldNotContain("Words to be sealed away");
        rows.ShouldNotContain("Krystal Sealed");
        var contents = await site.ContentsAsync("Sealed, 1");
        (contents.Tier, contents.Who.RespondentName, contents.Answers["situation"].Text).ShouldBe((Tier.Named, "Krystal Sealed", "Words to be sealed away"));
    }

    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Type_NamesThatTheTierDoesNotAllow_AreNotKeptAnywhere(Tier tier)
    {
        var reader = await ReaderAsync();
        var label = $"Names, {tier}";

        await reader.TypeAsync(site, label, tier, fields:
            [(PaperEntry.NameField, "Krystal"), (PaperEntry.ContactField, "07700 900123"), (PaperEntry.WorkerField, "Mrs Okafor"), (PaperEntry.ShareField, "scores")]);

        var contents = await site.ContentsAsync(label);
        contents.Who.ShouldBe(WhoAnswers.None with { WorkerName = tier == Tier.WorkerOnly ? "Mrs Okafor" : null });
        contents.ScoresOnly.ShouldBe(tier == Tier.WorkerOnly);
    }

    [Fact]
    public async Task Type_WhatWasLeftEmpty_StaysEmpty()
    {
        await (await ReaderAsync()).TypeAsync(site, "Empty, 1", Tier.Anonymous, fields: [("skilled", "2"), ("change", "Only this.")]);

        (await site.ContentsAsync("Empty, 1")).Answers.Keys.ShouldBe(["change", "skilled"]);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("4,5")]
    [InlineData("agree")]
    public async Task Type_AnAnswerThatIsNotOnTheForm_IsRefused(string answer)
    {
        var reader = await ReaderAsync();
        await reader.GetAsync(PaperLinks.Type(await site.QuestionnaireAsync()));

        var page = await reader.ForgeAsync(Papers.Ready, (PaperEntry.LabelField, "Forged"), (PaperEntry.TierField, TierSlug.Anonymous), ("trust", answer));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Choose a number from 1 to 5");
        (await site.FormAsync("Forged")).ShouldBeNull();
    }

    [Fact]
    public async Task Type_TheSameFormSentTwice_IsOne()
    {
        var reader = await ReaderAsync();
        var empty = await reader.GetAsync(PaperLinks.Type(await site.QuestionnaireAsync()));
        (string, string?)[] fields = [(PaperEntry.LabelField, "Twice, 1"), (PaperEntry.TierField, TierSlug.Anonymous), (PaperEntry.CodeField, AnyCode + "111")];

        await reader.SubmitAsync(empty, Papers.Ready, fields);
        var second = await reader.SubmitAsync(empty, Papers.Ready, fields);

        second.Text.ShouldContain("A colleague checks it against the paper");
        (await site.FormAsync("Twice, 1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Type_ACodeTypedBefore_IsNotTypedAgain()
    {
        await (await ReaderAsync()).TypeAsync(site, "Code, 1", Tier.Anonymous, fields: [(PaperEntry.CodeField, AnyCode + "222")]);

        var page = await (await ReaderAsync()).TypeAsync(site, "Code, 2", Tier.Anonymous, fields: [(PaperEntry.CodeField, (AnyCode + "222").Replace(" ", "-"))]);

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("A form with this code was typed before");
        (await site.FormAsync("Code, 2")).ShouldBeNull();
    }

    [Fact]
    public async Task Later_Saved_GoesOnWhereItWas()
    {
        var reader = await ReaderAsync();
        await reader.TypeAsync(site, "Later, 1", Tier.WorkerOnly, Papers.Later, fields: [("impact", "It is "), (PaperEntry.CodeField, AnyCode + "333")]);
        var code = (await site.FormAsync("Later, 1"))!.ReceiptHash;

        var page = await reader.FollowAsync("Later, 1");
        page.Document.QuerySelector("#impact")!.TextContent.Trim().ShouldBe("It is");
        await reader.SubmitAsync(Papers.Ready, ("impact", "It is better now."));

        var form = (await site.FormAsync("Later, 1"))!;
        form.IsTyped.ShouldBeTrue();
        form.ReceiptHash.ShouldBe(code);
        (await site.ContentsAsync("Later, 1")).Answers["impact"].Text.ShouldBe("It is better now.");
    }

    [Fact]
    public async Task Later_InTwoWindows_LosesNothingTyped()
    {
        var reader = await ReaderAsync();
        await reader.TypeAsync(site, "Windows, 1", Tier.Anonymous, Papers.Later);
        var first = await reader.FollowAsync("Windows, 1");
        await reader.SubmitAsync(Papers.Later, ("impact", "From the other window."));

        var page = await reader.SubmitAsync(first, Papers.Later, ("impact", "From this window."));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("You saved this form in another window");
        page.Document.QuerySelector("#impact")!.TextContent.Trim().ShouldBe("From this window.");
        await reader.SubmitAsync(Papers.Later);
        (await site.ContentsAsync("Windows, 1")).Answers["impact"].Text.ShouldBe("From this window.");
    }

    [Fact]
    public async Task GoOn_ByAColleague_IsNotThere()
    {
        await (await ReaderAsync()).TypeAsync(site, "Begun, 1", Tier.Anonymous, Papers.Later);
        var id = (await site.FormAsync("Begun, 1"))!.Id;
        var colleague = await ReaderAsync();

        (await colleague.GetAsync(PaperLinks.GoOn(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.GetAsync(PaperLinks.Check(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.GetAsync(PaperLinks.List())).Text.ShouldContain("Begun, 1");
    }

    [Fact]
    public async Task Index_AFormThatTellsOfNotFeelingSafe_IsRaisedWhileItWaits()
    {
        await (await ReaderAsync()).TypeAsync(site, "Zz safe, 1", Tier.Anonymous, audience: Audience.YoungPerson, fields: [("safe", "1")]);
        await (await ReaderAsync()).TypeAsync(site, "Aa safe, 2", Tier.Anonymous, audience: Audience.YoungPerson, fields: [("safe", "5")]);

        var page = await (await ReaderAsync()).GetAsync(PaperLinks.List());

        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => PageText.Of(row)).ToList();
        rows.Single(row => row.Contains("Zz safe, 1")).ShouldContain("Raised");
        rows.Single(row => row.Contains("Aa safe, 2")).ShouldNotContain("Raised");
        rows.FindIndex(row => row.Contains("Zz safe, 1")).ShouldBeLessThan(rows.FindIndex(row => row.Contains("Aa safe, 2")));
    }

    [Fact]
    public async Task Home_FormsOfColleagues_WaitAndOnesOwnDoNot()
    {
        var typist = await ReaderAsync();
        await site.InDatabaseAsync(db => db.PaperForms.ExecuteDeleteAsync());
        await typist.TypeAsync(site, "Home, 1", Tier.Anonymous);

        (await typist.GetAsync("/staff")).Text.ShouldNotContain("Paper forms to check");
        (await (await ReaderAsync()).GetAsync("/staff")).Text.ShouldContain("1 form that a colleague typed waits");
    }

    private Task<PageClient> ReaderAsync() => site.SignInAsync(Role.QualityAssurance);

    public sealed class OnSqlite(SqliteSite site) : TypeTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : TypeTests(site), IClassFixture<PostgreSqlSite>;
}
