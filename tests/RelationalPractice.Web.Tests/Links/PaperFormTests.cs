using System.Net;
using System.Text;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

/// <summary>The questions to print.</summary>
public abstract class PaperFormTests(StaffSite site)
{
    [Theory]
    [InlineData(Audience.ParentCarer)]
    [InlineData(Audience.YoungPerson)]
    public async Task Get_EachQuestionnaire_AsksEverythingWithTheTiersFirst(Audience audience)
    {
        var questionnaire = SurveySeeds.Questionnaire(audience);

        var page = await OpenAsync(SurveyLinkLinks.PaperForm(audience));

        page.Document.QuerySelectorAll(".paper__way strong").Select(way => way.TextContent).ShouldBe(questionnaire.Ways.Select(way => way.Title));
        var form = PageText.Of(page.Document.QuerySelector(".paper"));
        foreach (var question in questionnaire.Questions)
        {
            form.ShouldContain(GlossaryText.Plain(question.Wording));
        }

        foreach (var item in questionnaire.Questions.OfType<ScoredGroupQuestion>().SelectMany(group => group.Items))
        {
            form.ShouldContain(GlossaryText.Plain(item.Wording));
        }

        form.ShouldContain(audience == Audience.YoungPerson ? "If you tell us that a child is being hurt or might be, we have to do something about it." : "If you tell us a child is at risk of harm, we must act on what you wrote.");
        form.IndexOf(questionnaire.Ways[0].Title, StringComparison.Ordinal).ShouldBeLessThan(form.IndexOf(GlossaryText.Plain(questionnaire.Questions[0].Wording), StringComparison.Ordinal));
        page.Document.QuerySelectorAll("input:not([type=hidden])").Length.ShouldBe(1, "only how many copies is asked, and only on the screen");
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("20", 20)]
    [InlineData("21", 1)]
    [InlineData("0", 1)]
    [InlineData("-3", 1)]
    [InlineData("many", 1)]
    public async Task Get_Copies_HaveACodeOfTheirOwnEach(string? copies, int shown)
    {
        var page = await OpenAsync(SurveyLinkLinks.PaperForm(Audience.ParentCarer) + (copies is null ? "" : $"?copies={copies}"));

        var codes = page.Document.QuerySelectorAll(".paper__slip .paper__code").Select(code => code.TextContent).ToList();
        codes.Count.ShouldBe(shown);
        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => ReceiptCode.Parse(code) != null);
        foreach (var (paper, code) in page.Document.QuerySelectorAll(".paper").Zip(codes))
        {
            paper.QuerySelectorAll(".paper__office strong").Select(own => own.TextContent).Distinct().ShouldBe([code], "each page says which form it belongs to");
        }
    }

    [Fact]
    public async Task Get_Codes_AreKeptNowhere()
    {
        var codes = (await OpenAsync(SurveyLinkLinks.PaperForm(Audience.ParentCarer) + "?copies=3"))
            .Document.QuerySelectorAll(".paper__slip .paper__code").Select(code => ReceiptCode.Parse(code.TextContent)!).ToList();

        var kept = string.Join('\n', (await site.Database.FilesAsync()).Select(file => Encoding.Latin1.GetString(file.Bytes))) + site.Log.Text;

        codes.ShouldAllBe(code => !kept.Contains(code.Digits) && !kept.Contains(code.Grouped));
    }

    [Fact]
    public async Task Get_LargePrint_IsLarge() =>
        (await OpenAsync(SurveyLinkLinks.PaperForm(Audience.YoungPerson, SurveyLinkLinks.Large))).Document.DocumentElement.ClassList.ShouldContain("large-print");

    private async Task<Page> OpenAsync(string path)
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    public sealed class OnSqlite(SqliteSite site) : PaperFormTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : PaperFormTests(site), IClassFixture<PostgreSqlSite>;
}
