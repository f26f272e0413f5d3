using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Audit;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Audit;

public abstract class IndexTests(StaffSite site)
{
    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.DataProtectionOfficer)]
    public async Task Get_WhatSomebodyDid_SaysWhoWhenAndWhy(Role role)
    {
        var analyst = await site.HireAsync(Role.QualityAssurance);
        var response = Guid.NewGuid();
        await site.SaveAsync(AuditEvent.Of(AuditEventKind.ResponseWithheld, new ChangeContext(analyst.Id, site.Clock.GetUtcNow().UtcDateTime, "Names a <b>neighbour</b>"), response));

        var page = await (await site.SignInAsync(role)).GetAsync(AuditLinks.Log(new AuditFilter(SubjectId: response)));

        Rows(page).Single(row => row.Contains("Withheld a response", StringComparison.Ordinal)).ShouldContain("Names a <b>neighbour</b>");
        page.Text.ShouldContain(analyst.DisplayName);
        page.Text.ShouldContain("14 January 2031, 10:20");
    }

    [Fact]
    public async Task Get_Filtered_ShowsNothingElse()
    {
        var (one, two) = (await site.HireAsync(Role.QualityAssurance), await site.HireAsync(Role.QualityAssurance));
        await SaveAsync(AuditEventKind.LinkCreated, one);
        await SaveAsync(AuditEventKind.LinkSwitchedOff, one);
        await SaveAsync(AuditEventKind.LinkCreated, two);
        var browser = await site.SignInAsync(Role.DataProtectionOfficer);

        Rows(await browser.GetAsync(AuditLinks.Log(new AuditFilter(AuditEventKind.LinkCreated, one.Id)))).ShouldHaveSingleItem().ShouldContain("Made a link");
    }

    [Fact]
    public async Task Get_MoreThanAPage_GoesOnWhereItEnded()
    {
        var analyst = await site.HireAsync(Role.QualityAssurance);
        for (var entry = 0; entry < IndexModel.PageSize + 3; entry++)
        {
            await SaveAsync(AuditEventKind.ResponseRead, analyst);
        }

        var browser = await site.SignInAsync(Role.DataProtectionOfficer);
        Rows(await browser.GetAsync(AuditLinks.Log(new AuditFilter(PersonId: analyst.Id)))).Count.ShouldBe(IndexModel.PageSize);
        Rows(await browser.FollowAsync("Earlier entries")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Get_Itself_IsWrittenDown()
    {
        var officer = await site.HireAsync(Role.DataProtectionOfficer);
        var browser = await site.SignInAsync(officer);

        var page = await browser.GetAsync(AuditLinks.Log(new AuditFilter(AuditEventKind.AuditOpened, officer.Id)));

        Rows(page).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Get_NonsenseInTheFilter_ShowsAll()
    {
        var page = await (await site.SignInAsync(Role.Administrator)).GetAsync("/audit?kind=99&person=x&about='--&before=z");

        Rows(page).ShouldNotBeEmpty();
    }

    private Task SaveAsync(AuditEventKind kind, StaffMember by) =>
        site.SaveAsync(AuditEvent.Of(kind, new ChangeContext(by.Id, site.Clock.GetUtcNow().UtcDateTime), Guid.NewGuid()));

    private static List<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent)];

    public sealed class OnSqlite(SqliteSite site) : IndexTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : IndexTests(site), IClassFixture<PostgreSqlSite>;
}
