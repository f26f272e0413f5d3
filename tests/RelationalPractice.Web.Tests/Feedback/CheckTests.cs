using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class CheckTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Fact]
    public async Task Get_Answered_ShowsEveryAnswerInTheOrderOfTheQuestions()
    {
        var family = NewFamily();
        await family.StartAsync();

        var page = await family.ReachCheckAsync(
            Tier.Named, ("RespondentName", "Asha Bell"), ("WorkerName", "Tom"), ("situation", "One\n\nTwo"), ("trust", "4"), ("anything", "<i>Last</i>"));

        Positions(page, "With your name", "Asha Bell", "Tom", "One", "Two", "4 – agree", "<i>Last</i>").ShouldBeInOrder();
        page.Text.ShouldContain("Not answered");
    }

    [Theory]
    [InlineData(Audience.ParentCarer, Tier.Named)]
    [InlineData(Audience.ParentCarer, Tier.WorkerOnly)]
    [InlineData(Audience.YoungPerson, Tier.Anonymous)]
    public async Task Get_EveryChangeLink_LeadsToItsPageAndBack(Audience audience, Tier tier)
    {
        var family = NewFamily();
        await family.StartAsync(audience);
        var page = await family.ReachCheckAsync(tier);
        var links = page.Document.QuerySelectorAll(".govuk-summary-list__actions a").ToList();
        links.Count.ShouldBeGreaterThan(8);

        foreach (var link in links)
        {
            var address = link.GetAttribute("href")!;
            var changing = await family.Browser.GetAsync(address.Split('#')[0]);
            changing.Path.ShouldBe(address.Split('#')[0]);
            if (address.Split('#') is [_, var place])
            {
                changing.Document.GetElementById(place).ShouldNotBeNull();
            }

            (await family.AnswerAsync()).Path.ShouldBe("/feedback/check", address);
        }
    }

    [Fact]
    public async Task Get_Back_LeadsToTheLastQuestion()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous);

        (await family.Browser.FollowAsync("Back")).Path.ShouldBe("/feedback/question/anything");
    }

    [Fact]
    public async Task Post_AnsweredAnewInAnotherTab_SendsNothingAndShowsTheAnswersAsTheyAre()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous, ("situation", "Before"));
        var tab = new Family(family.Browser.NewTab());
        await tab.Browser.GetAsync("/feedback/question/situation?changing=true");
        await tab.AnswerAsync(("situation", "After"));

        var page = await family.Browser.SubmitAsync(Family.Send);

        page.Path.ShouldBe("/feedback/check");
        page.Text.ShouldContain("Your answers have changed");
        page.Text.ShouldContain("After");
        (await Host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe("After");
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task Post_ForgedVersion_SendsNothing(string seen)
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous);

        var page = await family.Browser.ForgeAsync(Family.Send, ("seen", seen));

        page.Path.ShouldBe("/feedback/check");
        page.Text.ShouldContain("Your answers have changed");
    }

    [Fact]
    public async Task Post_BeforeEverythingWasAsked_LeadsToWhatIsNext()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        var token = family.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await family.Browser.PostAsync("/feedback/check", [("__RequestVerificationToken", token), ("seen", "1")]);

        page.Path.ShouldBe("/feedback/question/situation");
    }

    private static IEnumerable<int> Positions(Page page, params string[] words) => words.Select(word =>
    {
        var at = page.Text.IndexOf(word, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, word);
        return at;
    }).ToList();
}

public sealed class SqliteCheckTests(SqliteHost host) : CheckTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlCheckTests(PostgreSqlHost host) : CheckTests(host), IClassFixture<PostgreSqlHost>;
