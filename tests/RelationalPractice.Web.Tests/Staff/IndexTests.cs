using RelationalPractice.Identity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

public abstract class IndexTests(StaffSite site)
{
    public static TheoryData<Role> OtherRoles => [.. Enum.GetValues<Role>().Except([Role.QualityAssurance, Role.Manager, Role.Worker, Role.Interviewer])];

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Get_RoleWithoutPagesYet_SaysWhatWillAppearAndLinksNothingThere(Role role)
    {
        var page = await (await site.SignInAsync(role)).GetAsync("/staff");

        page.Document.QuerySelectorAll("main h2").ShouldHaveSingleItem();
        page.Document.QuerySelector("main h2 + p")!.TextContent.ShouldEndWith(".");
        page.Document.QuerySelectorAll("main a").ShouldBeEmpty();
        page.Document.QuerySelectorAll("nav a").Select(link => link.TextContent).ShouldContain("Guidance");
    }

    [Fact]
    public async Task Get_QualityAssuranceAndAnotherRole_ShowsBoth()
    {
        var page = await (await site.SignInAsync(Role.QualityAssurance, Role.DataProtectionOfficer)).GetAsync("/staff");

        page.Text.ShouldContain("Every response has been read.");
        page.Document.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ShouldBe(["Interviews", "Data-protection officer"]);
        page.Document.QuerySelectorAll("nav a").Select(link => link.TextContent)
            .ShouldBe([
                "What waits for you", "Responses to read", "Paper forms", "Overview", "Themes", "Families", "Invitations", "Interviews", "Links for families", "Guidance",
                "What staff did",
            ]);
    }

    [Fact]
    public async Task Get_NoRole_SaysWhomToAsk() =>
        (await (await site.SignInAsync()).GetAsync("/staff")).Text.ShouldContain("Your account has no role yet.");

    public sealed class OnSqlite(SqliteSite site) : IndexTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : IndexTests(site), IClassFixture<PostgreSqlSite>;
}
