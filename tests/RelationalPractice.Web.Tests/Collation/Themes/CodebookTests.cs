using System.Net;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Collation.Themes;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation.Themes;

/// <summary>What the pages under /collation/themes have in common: each change has its history and audit event, and the slower of two is told.</summary>
public abstract class CodebookTests(StaffSite site)
{
    [Fact]
    public async Task List_NewDatabase_HasTheSeedByComponent()
    {
        var page = await OpenAsync("/collation/themes");

        page.Document.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ShouldBe(
            ["What the worker brings", "What the worker does", "What sits around the worker", "Impact", "Rights and complaints", "Other staff", "Change asked for"]);
        foreach (var wording in ThemeSeeds.Wordings())
        {
            page.Text.ShouldContain(wording.Name);
        }
    }

    [Fact]
    public async Task Create_Nothing_SaysWhatIsMissing()
    {
        var browser = await SignInAsync();
        await browser.GetAsync("/collation/themes/create");

        (await browser.SubmitAsync("Add the theme")).Errors.ShouldBe(["Give the theme a name", "Say when the theme is used and when it is not", "Choose what the theme speaks of"]);
    }

    [Theory]
    [InlineData("Fields.Name", Theme.NameMaxLength)]
    [InlineData("Fields.Definition", Theme.DefinitionMaxLength)]
    [InlineData("Fields.Words", Theme.WordsMaxLength)]
    public async Task Create_OneOverTheLimit_IsRefusedAndAtTheLimitKept(string field, int limit)
    {
        var browser = await SignInAsync();
        var written = $"{Guid.NewGuid():N}".PadRight(limit, 'é');
        (string, string?)[] values = [("Fields.Name", $"T {Guid.NewGuid():N}"), ("Fields.Definition", "When used."), ("Fields.Component", "Does"), ("Fields.Words", "")];
        await browser.GetAsync("/collation/themes/create");

        var refused = await browser.SubmitAsync("Add the theme", [.. values.Where(v => v.Item1 != field), (field, written + "x")]);

        refused.Errors.ShouldHaveSingleItem().ShouldContain($"must be {limit} characters or fewer");
        refused.Document.GetElementById(field)!.ShouldNotBeNull();
        (await browser.SubmitAsync("Add the theme", [.. values.Where(v => v.Item1 != field), (field, written)])).Path.ShouldStartWith("/collation/themes/");
        browser.Page.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Create_NameOfAnother_SaysSo()
    {
        var theme = await site.AddThemeAsync();
        var browser = await SignInAsync();
        await browser.GetAsync("/collation/themes/create");

        var page = await browser.SubmitAsync("Add the theme", ("Fields.Name", theme.Name), ("Fields.Definition", "When used."), ("Fields.Component", "Impact"));

        page.Errors.ShouldBe([NameTaken]);
        page.Document.GetElementById("Fields.Definition")!.TextContent.Trim().ShouldBe("When used.");
    }

    [Fact]
    public async Task Create_ScriptInEveryField_IsShownAsText()
    {
        const string Script = "<script>alert(1)</script>";
        var browser = await SignInAsync();
        await browser.GetAsync("/collation/themes/create");

        var page = await browser.SubmitAsync("Add the theme", ("Fields.Name", $"{Script} {Guid.NewGuid():N}"), ("Fields.Definition", Script), ("Fields.Component", "Impact"), ("Fields.Words", Script));

        page.Heading.ShouldStartWith(Script);
        var id = Guid.Parse(page.Path.Split('/')[3]);
        (await site.HistoryAsync(id)).ShouldHaveSingleItem().Kind.ShouldBe(ThemeChangeKind.Added);
        (await site.AuditedAsync(AuditEventKind.ThemeAdded, id)).ShouldBe(1);
        (await OpenAsync("/collation/themes")).Text.ShouldContain(Script);
    }

    [Fact]
    public async Task Change_Definition_KeepsTheOldOneInItsHistory()
    {
        var theme = await site.AddThemeAsync();
        var browser = await SignInAsync();
        await browser.GetAsync($"/collation/themes/{theme.Id}/change");

        var page = await browser.SubmitAsync("Save the theme", ("Fields.Definition", "Used for something else."));

        page.Text.ShouldContain("Used for something else.");
        page.Document.QuerySelector(".practice-history li")!.TextContent.ShouldContain($"Definition was “{theme.Definition}”.");
        (await site.AuditedAsync(AuditEventKind.ThemeChanged, theme.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Change_ByTwo_TheSecondIsToldAndKeepsWhatWasTyped()
    {
        var theme = await site.AddThemeAsync();
        var (first, second) = (await SignInAsync(), await SignInAsync());
        var seen = await second.GetAsync($"/collation/themes/{theme.Id}/change");
        await first.GetAsync($"/collation/themes/{theme.Id}/change");
        await first.SubmitAsync("Save the theme", ("Fields.Definition", "The first one’s."));

        var page = await second.SubmitAsync(seen, "Save the theme", ("Fields.Definition", "The second one’s."));

        page.Errors.ShouldBe([ThemePage.ChangedMeanwhile]);
        page.Document.GetElementById("Fields.Definition")!.TextContent.Trim().ShouldBe("The second one’s.");
        page.Text.ShouldContain("The first one’s.");
        (await second.SubmitAsync("Save the theme")).Text.ShouldContain("The second one’s.");
    }

    [Theory]
    [InlineData("change", "Save the theme")]
    [InlineData("split", "Split the theme")]
    public async Task ChangeOrSplit_RetiredMeanwhile_SaysSoAndKeepsWhatWasTyped(string action, string button)
    {
        var theme = await site.AddThemeAsync();
        var response = await site.ReceiveWordsAsync("Kind and late.");
        var browser = await SignInAsync();
        await browser.CodeAsync(response.Id, theme);
        var seen = await browser.GetAsync($"/collation/themes/{theme.Id}/{action}");
        await browser.GetAsync($"/collation/themes/{theme.Id}/retire");
        await browser.SubmitAsync("Retire the theme", ("Why", "Too wide."));
        (string, string?)[] chosen = action == "split" ? [("Chosen", $"{(await site.CodingsAsync(response.Id)).Single().Id}")] : [];

        var page = await browser.SubmitAsync(seen, button, [("Fields.Name", $"N {Guid.NewGuid():N}"), ("Fields.Definition", "All that I typed."), .. chosen]);

        page.Errors.ShouldBe([ThemePage.NoLongerInUse]);
        page.Document.GetElementById("Fields.Definition")!.TextContent.Trim().ShouldBe("All that I typed.");
        (await site.StoredAsync(theme)).State.ShouldBe(ThemeState.Retired);
        (await site.HistoryAsync(theme.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Change_ByManyAtOnce_OneWinsAndTheOthersAreTold()
    {
        var theme = await site.AddThemeAsync();
        var browser = await SignInAsync();
        var seen = await browser.GetAsync($"/collation/themes/{theme.Id}/change");

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => browser.NewTab().SubmitAsync(seen, "Save the theme", ("Fields.Definition", $"Number {n}."))));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Where(page => page.Status != HttpStatusCode.OK).ShouldAllBe(page => page.Errors.Count == 1 && page.Errors[0] == ThemePage.ChangedMeanwhile);
        (await site.HistoryAsync(theme.Id)).ShouldHaveSingleItem();
        (await site.StoredAsync(theme)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Merge_WithCodings_MovesThemAndDoublesNone()
    {
        var (from, into) = (await site.AddThemeAsync(), await site.AddThemeAsync());
        var response = await site.ReceiveWordsAsync("Kind and late.");
        var browser = await SignInAsync();
        await browser.CodeAsync(response.Id, from, words: "Kind");
        await browser.CodeAsync(response.Id, from);
        await browser.CodeAsync(response.Id, into);
        await browser.GetAsync($"/collation/themes/{from.Id}/merge");

        var page = await browser.SubmitAsync("Merge the themes", ("Into", $"{into.Id}"));

        page.Heading.ShouldBe(into.Name);
        var codings = await site.CodingsAsync(response.Id);
        codings.ShouldAllBe(c => c.ThemeId == into.Id);
        codings.Count.ShouldBe(2);
        (await site.StoredAsync(from)).MergedIntoId.ShouldBe(into.Id);
        (await site.HistoryAsync(from.Id)).ShouldHaveSingleItem().Kind.ShouldBe(ThemeChangeKind.MergedInto);
        (await site.HistoryAsync(into.Id)).ShouldHaveSingleItem().Kind.ShouldBe(ThemeChangeKind.TookIn);
        (await site.AuditedAsync(AuditEventKind.ThemeMerged, from.Id)).ShouldBe(1);
        (await browser.GetAsync($"/collation/themes/{from.Id}")).Text.ShouldContain($"Merged into {into.Name}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("itself")]
    [InlineData("retired")]
    [InlineData("nonsense")]
    public async Task Merge_IntoWhatCannotTakeIt_IsRefused(string target)
    {
        var theme = await site.AddThemeAsync();
        var retired = await site.AddThemeAsync();
        await site.InDatabaseAsync(async db =>
        {
            (await db.Themes.FindAsync(retired.Id))!.State = ThemeState.Retired;
            return await db.SaveChangesAsync();
        });
        var browser = await SignInAsync();
        await browser.GetAsync($"/collation/themes/{theme.Id}/merge");
        var into = target switch { "itself" => $"{theme.Id}", "retired" => $"{retired.Id}", _ => target };

        (await browser.ForgeAsync("Merge the themes", ("Into", into))).Errors.ShouldBe(["Choose a theme that is in use"]);

        (await site.StoredAsync(theme)).State.ShouldBe(ThemeState.Active);
    }

    [Fact]
    public async Task Split_ChosenCodings_GoToTheNewThemeAlone()
    {
        var theme = await site.AddThemeAsync();
        var response = await site.ReceiveWordsAsync("Kind and late.");
        var browser = await SignInAsync();
        await browser.CodeAsync(response.Id, theme, words: "Kind");
        await browser.CodeAsync(response.Id, theme, words: "late");
        var kind = (await site.CodingsAsync(response.Id)).Single(c => c.Start == 0);
        await browser.GetAsync($"/collation/themes/{theme.Id}/split");
        (string, string?)[] fields = [("Fields.Name", $"Kindness {Guid.NewGuid():N}"), ("Fields.Definition", "When kind."), ("Fields.Component", "Brings")];

        (await browser.SubmitAsync("Split the theme", fields)).Errors.ShouldBe(["Choose at least one that goes to the new theme"]);
        var page = await browser.SubmitAsync("Split the theme", [.. fields, ("Chosen", $"{kind.Id}")]);

        page.Heading.ShouldBe(theme.Name);
        var codings = await site.CodingsAsync(response.Id);
        codings.Single(c => c.Id == kind.Id).ThemeId.ShouldNotBe(theme.Id);
        codings.Single(c => c.Id != kind.Id).ThemeId.ShouldBe(theme.Id);
        (await site.HistoryAsync(theme.Id)).ShouldHaveSingleItem().Kind.ShouldBe(ThemeChangeKind.SplitInto);
        (await site.AuditedAsync(AuditEventKind.ThemeSplit, theme.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task RetireAndRestore_ATheme_KeepsBothInItsHistory()
    {
        var theme = await site.AddThemeAsync();
        var browser = await SignInAsync();
        await browser.GetAsync($"/collation/themes/{theme.Id}/retire");

        (await browser.SubmitAsync("Retire the theme")).Errors.ShouldBe(["Say why the theme is retired"]);
        await browser.SubmitAsync("Retire the theme", ("Why", "Too <b>wide</b>."));
        browser.Page.Text.ShouldContain("Too <b>wide</b>.");
        (await browser.GetAsync($"/collation/themes/{theme.Id}/change")).Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.GetAsync($"/collation/themes/{theme.Id}/restore");
        await browser.SubmitAsync("Restore the theme");

        (await site.StoredAsync(theme)).IsActive.ShouldBeTrue();
        (await site.HistoryAsync(theme.Id)).Select(c => c.Kind).ShouldBe([ThemeChangeKind.Retired, ThemeChangeKind.Restored], ignoreOrder: true);
        (await site.AuditedAsync(AuditEventKind.ThemeRetired, theme.Id)).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.ThemeRestored, theme.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Details_CodedWords_AreShownAndWrittenDownAsOpened()
    {
        var theme = await site.AddThemeAsync();
        var response = await site.ReceiveWordsAsync("Patience of a heron.");
        var browser = await SignInAsync();
        await browser.CodeAsync(response.Id, theme, words: "of a heron");
        var opened = await site.AuditedAsync(AuditEventKind.ResponseOpened, response.Id);

        var page = await browser.GetAsync($"/collation/themes/{theme.Id}");

        page.Document.QuerySelector("blockquote")!.TextContent.ShouldBe("of a heron");
        (await site.AuditedAsync(AuditEventKind.ResponseOpened, response.Id)).ShouldBe(opened + 1);
    }

    private const string NameTaken = "Another theme has this name. Choose a different one, or change that theme";

    private Task<PageClient> SignInAsync() => site.SignInAsync(Role.QualityAssurance);

    private async Task<Page> OpenAsync(string path) => await (await SignInAsync()).GetAsync(path);

    public sealed class OnSqlite(CodedOnceOnSqlite site) : CodebookTests(site), IClassFixture<CodedOnceOnSqlite>;

    public sealed class OnPostgreSql(CodedOnceOnPostgreSql site) : CodebookTests(site), IClassFixture<CodedOnceOnPostgreSql>;
}
