using System.Net;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class DoubleCodingTests(StaffSite site)
{
    [Fact]
    public async Task SecondCoder_SeesNothingOfTheFirst()
    {
        var (first, second, response, theme) = await CodedOnceAsync();

        var page = await second.GetAsync($"/collation/{response.Id}/theme");

        page.Document.QuerySelectorAll(".practice-codings").ShouldBeEmpty();
        page.Document.QuerySelectorAll("[name=ThemeIds]").Select(box => box.GetAttribute("value")).ShouldNotContain($"{theme.Id}");
        (await second.GetAsync($"/collation/themes/{theme.Id}")).Text.ShouldNotContain("marmalade");
        (await first.GetAsync($"/collation/themes/{theme.Id}")).Text.ShouldContain("marmalade");
    }

    [Fact]
    public async Task SecondCoder_CannotTakeOffWhatTheFirstCoded()
    {
        var (_, second, response, _) = await CodedOnceAsync();
        var coding = (await site.CodingsAsync(response.Id)).Single();

        (await second.GetAsync($"/collation/codings/{coding.Id}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SecondCoding_Done_IsComparedAndLeavesTheFirstAsItIs()
    {
        var (first, second, response, theme) = await CodedOnceAsync();
        var other = await site.AddThemeAsync();
        await second.CodeAsync(response.Id, theme);
        await second.CodeAsync(response.Id, other, ThemeDirection.Negative);
        await second.SayDoneAsync(response.Id);

        (await site.CodingsAsync(response.Id)).Count(c => c.Second).ShouldBe(2);
        (await first.GetAsync($"/collation/{response.Id}/theme")).Document.QuerySelectorAll(".practice-codings li").Length.ShouldBe(1);
        var agreement = await first.GetAsync("/collation/agreement");
        var rows = agreement.Document.QuerySelectorAll("tbody tr").ToDictionary(row => row.Children[0].TextContent.Trim(), row => row.Children[2].TextContent.Trim(), StringComparer.Ordinal);
        rows[theme.Name].ShouldBe("Chosen by either: 1");
        rows[other.Name].ShouldBe("Chosen by either: 1");
    }

    [Fact]
    public async Task Waiting_ShowsOnlyWhatAColleagueCodedFirst()
    {
        var (first, second, response, _) = await CodedOnceAsync();

        Waiting(await first.GetAsync("/collation/double-coding")).ShouldNotContain(response.Id);
        Waiting(await second.GetAsync("/collation/double-coding")).ShouldContain(response.Id);

        await second.SayDoneAsync(response.Id);
        Waiting(await second.GetAsync("/collation/double-coding")).ShouldNotContain(response.Id);
        Waiting(await (await site.SignInAsync(Role.QualityAssurance)).GetAsync("/collation/double-coding")).ShouldNotContain(response.Id);
    }

    [Fact]
    public async Task Done_SeenAsFirstCodingAndDoneByAColleagueMeanwhile_IsNoSecondCoding()
    {
        var response = await site.ReceiveWordsAsync("Like marmalade.");
        var first = await site.SignInAsync(Role.QualityAssurance);
        var looker = await site.SignInAsync(Role.QualityAssurance);
        var seen = await looker.GetAsync($"/collation/{response.Id}/theme");
        await first.SayDoneAsync(response.Id);

        (await looker.SubmitAsync(seen, "The themes are done")).Text.ShouldContain("said so first");
        var coded = await looker.SubmitAsync(seen, Codebook.ButtonFor(Codebook.Impact), ("ThemeName", (await site.AddThemeAsync()).Name), ("Direction", "Mixed"));

        coded.Errors.ShouldHaveSingleItem().ShouldStartWith("A colleague has said that these themes are done");
        (await site.CodingsAsync(response.Id)).ShouldBeEmpty();
        Waiting(await looker.GetAsync("/collation/double-coding")).ShouldContain(response.Id);
    }

    private async Task<(PageClient First, PageClient Second, SurveyResponse Response, Theme Theme)> CodedOnceAsync()
    {
        var response = await site.ReceiveWordsAsync("Sweet and bitter like marmalade.");
        var theme = await site.AddThemeAsync();
        var first = await site.SignInAsync(Role.QualityAssurance);
        await first.CodeAsync(response.Id, theme);
        await first.SayDoneAsync(response.Id);
        return (first, await site.SignInAsync(Role.QualityAssurance), response, theme);
    }

    private static List<Guid> Waiting(Page page) =>
        [.. page.Document.QuerySelectorAll("tbody a").Select(link => Guid.Parse(link.GetAttribute("href")!.Split('/')[2]))];

    public sealed class OnSqlite(CodedTwiceOnSqlite site) : DoubleCodingTests(site), IClassFixture<CodedTwiceOnSqlite>;

    public sealed class OnPostgreSql(CodedTwiceOnPostgreSql site) : DoubleCodingTests(site), IClassFixture<CodedTwiceOnPostgreSql>;
}

/// <summary>A team that works reflexively.</summary>
public sealed class AgreementSwitchedOffTests(AgreementSwitchedOffTests.Site site) : IClassFixture<AgreementSwitchedOffTests.Site>
{
    [Fact]
    public async Task Get_SwitchedOff_SaysSoAndShowsNoFigure()
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync("/collation/agreement");

        page.Text.ShouldContain("switched the coefficients off");
        page.Document.QuerySelectorAll("table").ShouldBeEmpty();
    }

    public sealed class Site() : CodingSite(TestDatabaseProvider.Sqlite, "0.2", agreement: "false");
}
