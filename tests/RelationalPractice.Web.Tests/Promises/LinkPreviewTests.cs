using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>A GET changes nothing: a link preview, a prefetch or somebody who only looks leaves no trace.</summary>
public abstract class LinkPreviewTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Fact]
    public async Task Get_EveryPageByAnybody_ChangesNoRow()
    {
        FamilyAddresses.All.Count.ShouldBeGreaterThan(20);
        var browsers = new List<PageClient> { Host.Browser(), await HalfWayAsync(), await AtCheckAsync(), await SentAsync(), Strange() };
        var before = await Host.Database.RowsAsync();

        foreach (var browser in browsers)
        {
            foreach (var address in FamilyAddresses.All)
            {
                await browser.GetAsync(address);
            }
        }

        var after = await Host.Database.RowsAsync();
        after.Keys.Count().ShouldBeGreaterThan(10);
        foreach (var (table, rows) in before)
        {
            after[table].ShouldBe(rows, table);
        }
    }

    [Fact]
    public async Task Head_EveryPageByAnybody_ChangesNoRow()
    {
        var browsers = new List<PageClient> { Host.Browser(), await HalfWayAsync(), await SentAsync() };
        var before = await Host.Database.RowsAsync();

        foreach (var browser in browsers)
        {
            foreach (var address in FamilyAddresses.All)
            {
                using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
                ((int)response.StatusCode).ShouldBeLessThan(500, address);
            }
        }

        var after = await Host.Database.RowsAsync();
        foreach (var (table, rows) in before)
        {
            after[table].ShouldBe(rows, table);
        }
    }

    [Fact]
    public async Task Get_LinkPreview_SetsNoSession()
    {
        var browser = Host.Browser();

        await browser.GetAsync($"/f/{SampleAuthority.WorkerCode}");

        browser.Cookie("session").ShouldBeNull();
    }

    [Fact]
    public async Task Rows_AfterAPost_DifferFromBefore()
    {
        var before = await Host.Database.RowsAsync();

        await NewFamily().StartAsync();

        (await Host.Database.RowsAsync())["drafts"].ShouldNotBe(before["drafts"]);
    }

    private async Task<PageClient> HalfWayAsync()
    {
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{SampleAuthority.WorkerCode}");
        await family.ChooseAsync(Tier.Named);
        await family.AnswerAsync(("RespondentName", "Asha"));
        return family.Browser;
    }

    private async Task<PageClient> AtCheckAsync()
    {
        var family = NewFamily();
        await family.StartAsync(Audience.YoungPerson);
        await family.ReachCheckAsync(Tier.Anonymous, ("safe", "1"));
        return family.Browser;
    }

    private async Task<PageClient> SentAsync()
    {
        var family = NewFamily();
        await family.GiveAsync(Tier.Anonymous);
        return family.Browser;
    }

    private PageClient Strange()
    {
        var browser = Host.Browser();
        browser.SetCookie("session", new string('A', 43));
        return browser;
    }
}

public sealed class SqliteLinkPreviewTests(SqliteHost host) : LinkPreviewTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlLinkPreviewTests(PostgreSqlHost host) : LinkPreviewTests(host), IClassFixture<PostgreSqlHost>;
