using System.Net;
using RelationalPractice.Guidance;
using RelationalPractice.Identity;
using RelationalPractice.Web.Pages.Guidance;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Guidance;

public abstract class GuidanceTests(StaffSite site) : IAsyncLifetime
{
    private static readonly GuidanceLibrary Library = GuidanceLibrary.Load();

    [Fact]
    public async Task Get_EveryPage_SaysWhoseItIsAndThatItIsOpinion()
    {
        var browser = await site.SignInAsync(Role.BoardMember);
        await browser.GetAsync("/guidance");
        foreach (var guidance in Library.Pages)
        {
            await browser.GetAsync("/guidance");
            var page = await browser.FollowAsync(guidance.Title);

            page.Heading.ShouldBe(guidance.Title);
            page.Text.ShouldContain(GuidancePage.Standing);
            page.Text.ShouldContain(guidance.Author);
            page.Text.ShouldContain(guidance.Country);
            page.Document.QuerySelectorAll("article h2").Select(heading => heading.Id).ShouldBe(guidance.Sections.Skip(1).Select(section => section.Anchor));
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Get_ReviewIsOverdue_SaysSo(int daysAfter, bool says)
    {
        var guidance = Library.Pages[0];
        site.Clock.MoveTo(new DateTimeOffset(guidance.ReviewBy.AddDays(daysAfter), new TimeOnly(12, 0), TimeSpan.Zero));

        var page = await (await site.SignInAsync(Role.Worker)).GetAsync(GuidanceLinks.Page(guidance.Slug));

        page.Text.Contains("should have been looked at again").ShouldBe(says);
    }

    [Fact]
    public async Task Search_Words_LeadToTheirPlaceWithTheWordsMarked()
    {
        var browser = await site.SignInAsync(Role.Manager);
        await browser.GetAsync("/guidance");

        var page = await browser.SubmitAsync("Search", ("q", "caseloads"));

        page.Document.QuerySelector(".practice-guidance-found a")!.GetAttribute("href").ShouldBe("/guidance/what-the-organisation-does#time-and-caseload");
        page.Document.QuerySelectorAll("mark").ShouldAllBe(mark => mark.TextContent.StartsWith("caseload", StringComparison.OrdinalIgnoreCase));
        page.Document.QuerySelector("#q")!.GetAttribute("value").ShouldBe("caseloads");
    }

    [Theory]
    [InlineData("zygote")]
    [InlineData("<script>alert(1)</script>zygote")]
    public async Task Search_NothingFound_SaysSoAndShowsAllPages(string query)
    {
        var page = await (await site.SignInAsync(Role.Manager)).GetAsync(GuidanceLinks.List(query));

        page.Text.ShouldContain("Nothing in the guidance has these words.");
        page.Document.QuerySelectorAll(".practice-guidance-list a").Length.ShouldBe(Library.Pages.Count);
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_UnknownPage_IsNotThere() =>
        (await (await site.SignInAsync(Role.Worker)).GetAsync(GuidanceLinks.Page("nothing"))).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public void Of_Tags_AreText()
    {
        using var html = new StringWriter();
        GuidanceHtml.Of("<script>alert(1)</script> and **strong**").WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);

        html.ToString().ShouldContain("&lt;script&gt;");
        html.ToString().ShouldContain("<strong>strong</strong>");
        html.ToString().ShouldNotContain("<script>");
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    // One test moves the clock, so each has a host of its own.
    public sealed class OnSqlite() : GuidanceTests(new SqliteSite());

    public sealed class OnPostgreSql() : GuidanceTests(new PostgreSqlSite());
}
