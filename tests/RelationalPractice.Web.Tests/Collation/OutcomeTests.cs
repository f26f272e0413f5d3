using System.Net;
using RelationalPractice.Identity;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Tests.Staff;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class OutcomeTests(StaffSite site)
{
    [Fact]
    public async Task Get_TalkedAbout_ShowsTheOutcomeOfThisResponseAlone()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var talkedAbout = await released.NamedAsync(ReleasedFeedback.FiveFives);
        await released.SupervisedAsync(talkedAbout, recognised: "She stayed.");
        var other = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await site.SignInAsync(Role.QualityAssurance);

        await browser.GetAsync(CollationLinks.Response(talkedAbout));
        var page = await browser.FollowAsync("What came of it");

        page.Document.QuerySelectorAll(".practice-record li").Select(ShownWords.Of).ShouldBe(["Meeting with the family offered"]);
        page.Text.ShouldContain("She stayed.");
        (await browser.GetAsync(CollationLinks.Outcome(other))).Text.ShouldContain("It has not been talked about in supervision.");
    }

    [Fact]
    public async Task Get_UnknownResponse_IsNotThere() =>
        (await (await site.SignInAsync(Role.QualityAssurance)).GetAsync(CollationLinks.Outcome(Guid.NewGuid()))).Status.ShouldBe(HttpStatusCode.NotFound);

    public sealed class OnSqlite(SqliteSite site) : OutcomeTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : OutcomeTests(site), IClassFixture<PostgreSqlSite>;
}
