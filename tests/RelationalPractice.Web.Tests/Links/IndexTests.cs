using Microsoft.EntityFrameworkCore;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

public abstract class IndexTests(StaffSite site) : IAsyncLifetime
{
    [Fact]
    public async Task Get_NoLinks_SaysWhatWillAppear()
    {
        await site.InDatabaseAsync(db => db.SurveyLinks.ExecuteDeleteAsync());

        (await (await site.SignInAsync(Role.QualityAssurance)).GetAsync("/links")).Text.ShouldContain("There are no links yet.");
    }

    [Fact]
    public async Task Get_Links_ShowsThoseThatAreOnFirst()
    {
        await site.InDatabaseAsync(db => db.SurveyLinks.ExecuteDeleteAsync());
        var off = await site.MakeLinkAsync("Old leaflet", off: true);
        var on = await site.MakeLinkAsync("New leaflet", Audience.YoungPerson);

        var page = await (await site.SignInAsync(Role.QualityAssurance)).GetAsync("/links");

        page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(
        [
            $"New leaflet|The whole authority|Young person|localhost/f/{on.Code}|On",
            $"Old leaflet|The whole authority|Anybody: the first page asks|localhost/f/{off.Code}|Off",
        ]);
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    public sealed class OnSqlite() : IndexTests(new SqliteSite());

    public sealed class OnPostgreSql() : IndexTests(new PostgreSqlSite());
}
