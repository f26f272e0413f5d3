using System.Net;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class ThemeTests(StaffSite site)
{
    private const string Words = "😀 She listens. She never lies.\nShe was late once.";

    [Fact]
    public async Task Code_WholeAnswer_IsKeptAndAudited()
    {
        var (browser, response, theme) = await BeginAsync();

        var page = await browser.CodeAsync(response.Id, theme);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector(".practice-codings li")!.TextContent.ShouldContain("the whole answer");
        var coding = (await site.CodingsAsync(response.Id)).ShouldHaveSingleItem();
        (coding.ThemeId, coding.Start, coding.End, coding.Second, coding.Direction).ShouldBe((theme.Id, null, null, false, ThemeDirection.Positive));
        (await site.AuditedAsync(AuditEventKind.ThemeCoded, response.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("never lies", 19, 29)]
    [InlineData("lies. She was", 25, 38)]
    [InlineData("😀", 0, 1)]
    public async Task Code_TypedWords_AreFoundInCodePoints(string words, int start, int end)
    {
        var (browser, response, theme) = await BeginAsync();

        var page = await browser.CodeAsync(response.Id, theme, ThemeDirection.Mixed, words);

        var coding = (await site.CodingsAsync(response.Id)).ShouldHaveSingleItem();
        (coding.Start, coding.End).ShouldBe((start, end));
        page.Document.QuerySelector(".practice-codings q")!.TextContent.Replace('\n', ' ').ShouldBe(words);
    }

    [Fact]
    public async Task Code_SelectedWordsThatStandTwice_AreThoseThatWereSelected()
    {
        var (browser, response, theme) = await BeginAsync();
        await browser.GetAsync($"/collation/{response.Id}/theme");

        await browser.ForgeAsync(Codebook.ButtonFor(Codebook.Impact), ("Words", "She"), ("Start", "15"), ("End", "18"), ("ThemeName", theme.Name), ("Direction", "Positive"));

        (await site.CodingsAsync(response.Id)).ShouldHaveSingleItem().Start.ShouldBe(15);
    }

    [Theory]
    [InlineData("She", "These words stand in the answer more than once")]
    [InlineData("he listens to nobody", "These words do not stand in the answer")]
    public async Task Code_WordsThatCannotBePlaced_KeepsWhatWasTyped(string words, string message)
    {
        var (browser, response, theme) = await BeginAsync();

        var page = await browser.CodeAsync(response.Id, theme, ThemeDirection.Negative, words);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith(message);
        page.Document.QuerySelector("#impact-Words")!.GetAttribute("value").ShouldBe(words);
        page.Document.QuerySelector("#impact-Themes")!.GetAttribute("value").ShouldBe(theme.Name);
        page.Document.QuerySelector("#answer-impact [name=Direction][checked]")!.GetAttribute("value").ShouldBe("Negative");
        (await site.CodingsAsync(response.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Code_Nothing_SaysWhatToChoose()
    {
        var (browser, response, _) = await BeginAsync();
        await browser.GetAsync($"/collation/{response.Id}/theme");

        var page = await browser.SubmitAsync(Codebook.ButtonFor(Codebook.Impact));

        page.Errors.ShouldBe(["Choose at least one theme", "Choose whether it is positive, negative or mixed"]);
    }

    [Theory]
    [InlineData("Start", "9999")]
    [InlineData("Start", "-4")]
    [InlineData("ThemeIds", "00000000-0000-0000-0000-000000000001")]
    public async Task Code_WhatNoPageSends_DoesNoHarm(string field, string value)
    {
        var (browser, response, theme) = await BeginAsync();
        await browser.GetAsync($"/collation/{response.Id}/theme");

        await browser.ForgeAsync(
            Codebook.ButtonFor(Codebook.Impact), ("Words", "never lies"), ("End", "3"), (field, value), ("ThemeName", theme.Name), ("Direction", "Positive"));

        var coding = (await site.CodingsAsync(response.Id)).ShouldHaveSingleItem();
        (coding.ThemeId, coding.Start).ShouldBe((theme.Id, 19));
    }

    [Theory]
    [InlineData("Direction", "Sideways")]
    [InlineData("Direction", "7")]
    public async Task Code_DirectionThatIsNone_IsRefused(string field, string value)
    {
        var (browser, response, theme) = await BeginAsync();
        await browser.GetAsync($"/collation/{response.Id}/theme");

        (await browser.ForgeAsync(Codebook.ButtonFor(Codebook.Impact), ("ThemeName", theme.Name), (field, value))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Code_ThemeMergedMeanwhile_GoesToTheOtherAndSaysSo()
    {
        var (browser, response, theme) = await BeginAsync();
        var other = await site.AddThemeAsync();
        var page = await browser.GetAsync($"/collation/{response.Id}/theme");
        await MergeAsync(theme, other);

        page = await browser.SubmitAsync(page, Codebook.ButtonFor(Codebook.Impact), ("ThemeName", theme.Name), ("Direction", "Positive"));

        page.Document.QuerySelector("[role=status]")!.TextContent.ShouldContain($"“{theme.Name}” was merged into “{other.Name}” while you coded.");
        (await site.CodingsAsync(response.Id)).ShouldHaveSingleItem().ThemeId.ShouldBe(other.Id);
    }

    [Fact]
    public async Task Code_ThemeRetiredMeanwhile_SaysSoAndKeepsWhatWasTyped()
    {
        var (browser, response, theme) = await BeginAsync();
        var page = await browser.GetAsync($"/collation/{response.Id}/theme");
        await RetireAsync(theme);

        page = await browser.SubmitAsync(page, Codebook.ButtonFor(Codebook.Impact), ("Words", "never lies"), ("ThemeName", theme.Name), ("Direction", "Positive"));

        page.Errors.ShouldBe([$"“{theme.Name}” was retired while you coded. Choose another theme"]);
        page.Document.QuerySelector("#impact-Words")!.GetAttribute("value").ShouldBe("never lies");
        (await site.CodingsAsync(response.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Code_WhileThemesAreMergedAgainAndAgain_NothingStaysWithAMergedOne()
    {
        var (browser, response, theme) = await BeginAsync();
        var others = new List<Theme> { theme };
        for (var count = 0; count < 4; count++)
        {
            others.Add(await site.AddThemeAsync());
        }

        var page = await browser.GetAsync($"/collation/{response.Id}/theme");
        var coding = others.Select(t => browser.NewTab().SubmitAsync(page, Codebook.ButtonFor(Codebook.Impact), ("ThemeName", t.Name), ("Direction", "Positive")));
        var merging = Task.Run(async () =>
        {
            foreach (var (from, into) in others.Zip(others.Skip(1)))
            {
                await MergeAsync(from, into);
            }
        });
        var pages = await Task.WhenAll(coding);
        await merging;

        pages.ShouldAllBe(p => p.Status == HttpStatusCode.OK);
        var last = others[^1].Id;
        (await site.CodingsAsync(response.Id)).ShouldNotBeEmpty();
        (await site.CodingsAsync(response.Id)).ShouldAllBe(c => c.ThemeId == last);
    }

    [Fact]
    public async Task Code_TheSameByManyAtOnce_IsKeptOnce()
    {
        var (browser, response, theme) = await BeginAsync();
        var page = await browser.GetAsync($"/collation/{response.Id}/theme");

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            browser.NewTab().SubmitAsync(page, Codebook.ButtonFor(Codebook.Impact), ("ThemeName", theme.Name), ("Direction", "Positive"))));

        pages.ShouldAllBe(p => p.Status == HttpStatusCode.OK);
        (await site.CodingsAsync(response.Id)).ShouldHaveSingleItem();
        (await site.AuditedAsync(AuditEventKind.ThemeCoded, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_WordsOfATheme_SuggestIt()
    {
        var theme = await site.AddThemeAsync(words: "quizzical marmot, zanzibar");
        var response = await site.ReceiveWordsAsync("It was all about the quizzical marmots.");

        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync($"/collation/{response.Id}/theme");

        page.Document.QuerySelector("[name=ThemeIds]")!.GetAttribute("value").ShouldBe($"{theme.Id}");
    }

    [Fact]
    public async Task Get_ScriptInTheAnswerAndTheName_IsShownAsText()
    {
        const string Script = "<script>alert('x')</script>";
        var theme = await site.AddThemeAsync($"{Script} {Guid.NewGuid():N}");
        var response = await site.ReceiveWordsAsync($"{Script} she said");

        var page = await (await site.SignInAsync(Role.QualityAssurance)).CodeAsync(response.Id, theme, words: Script);

        page.Document.QuerySelector("[data-coded-text]")!.TextContent.ShouldBe($"{Script} she said");
        page.Document.QuerySelector(".practice-codings q")!.TextContent.ShouldBe(Script);
    }

    [Fact]
    public async Task Remove_ACoding_TakesItOffOnceAndIsAudited()
    {
        var (browser, response, theme) = await BeginAsync();
        var page = await browser.CodeAsync(response.Id, theme);
        var label = $"Remove “{theme.Name}” from {Responses.ParentCarer.Find(Codebook.Impact)!.Label}";

        (await browser.SubmitAsync(page, label)).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(page, label)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await site.CodingsAsync(response.Id)).ShouldBeEmpty();
        (await site.AuditedAsync(AuditEventKind.ThemeUncoded, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Code_ResponseTakenBackMeanwhile_SaysSo()
    {
        var (browser, response, theme) = await BeginAsync();
        var page = await browser.GetAsync($"/collation/{response.Id}/theme");
        await site.InDatabaseAsync(async db =>
        {
            var stored = (await db.SurveyResponses.FindAsync(response.Id))!;
            await db.Entry(stored).Collection(r => r.Answers).LoadAsync();
            stored.Withdraw();
            return await db.SaveChangesAsync();
        });

        page = await browser.SubmitAsync(page, Codebook.ButtonFor(Codebook.Impact), ("ThemeName", theme.Name), ("Direction", "Positive"));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CodingsAsync(response.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Done_ByTwo_TheSecondIsToldWhoWasFirst()
    {
        var (browser, response, _) = await BeginAsync();
        var colleague = await site.SignInAsync(Role.QualityAssurance);
        var page = await colleague.GetAsync($"/collation/{response.Id}/theme");
        await browser.SayDoneAsync(response.Id);

        page = await colleague.SubmitAsync(page, "The themes are done");

        page.Text.ShouldContain("said so first");
        (await site.AuditedAsync(AuditEventKind.ThemingDone, response.Id)).ShouldBe(1);
    }

    private async Task<(PageClient Browser, SurveyResponse Response, Theme Theme)> BeginAsync() =>
        (await site.SignInAsync(Role.QualityAssurance), await site.ReceiveWordsAsync(Words), await site.AddThemeAsync());

    private async Task MergeAsync(Theme from, Theme into)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/themes/{from.Id}/merge");
        (await browser.SubmitAsync("Merge the themes", ("Into", $"{into.Id}"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task RetireAsync(Theme theme)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/themes/{theme.Id}/retire");
        (await browser.SubmitAsync("Retire the theme", ("Why", "Nobody used it."))).Status.ShouldBe(HttpStatusCode.OK);
    }

    public sealed class OnSqlite(CodedOnceOnSqlite site) : ThemeTests(site), IClassFixture<CodedOnceOnSqlite>;

    public sealed class OnPostgreSql(CodedOnceOnPostgreSql site) : ThemeTests(site), IClassFixture<CodedOnceOnPostgreSql>;
}
