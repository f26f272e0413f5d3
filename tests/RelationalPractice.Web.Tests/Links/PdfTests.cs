using System.Net;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

/// <summary>What becomes of "Download PDF" where the program that should make it does not; where it does is shown with the real browser.</summary>
public abstract class PdfTests(StaffSite site)
{
    [Fact]
    public async Task Download_TheProgramMakesNone_SaysSoAndLeadsBackToThePage()
    {
        var link = await site.MakeLinkAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync(SurveyLinkLinks.Leaflet(link.Id, new LeafletChoice(Audience.YoungPerson, IsA4: true)));

        var page = await browser.FollowAsync("Download PDF");

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.ServiceUnavailable, "We could not make the PDF"));
        site.Log.Text.ShouldContain("No PDF was made");
        site.Log.Text.ShouldNotContain(link.Code);
        (await browser.FollowAsync("Go to the page")).Document.QuerySelector(".leaflet--a4.leaflet--young").ShouldNotBeNull();
    }

    public abstract class Site(TestDatabaseProvider provider) : StaffSite(provider)
    {
        // Ends at once, says that all is well, and has made nothing.
        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Pdf:ChromiumPath"] = "/bin/true", ["Staff:RequireSecondFactor"] = "false" };
    }

    public sealed class SqliteSite() : Site(TestDatabaseProvider.Sqlite);

    public sealed class PostgreSqlSite() : Site(TestDatabaseProvider.PostgreSql);

    public sealed class OnSqlite(SqliteSite site) : PdfTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : PdfTests(site), IClassFixture<PostgreSqlSite>;
}
