using System.Net;
using RelationalPractice.Demonstration;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

/// <summary>What of signing in depends on how the product is run.</summary>
public sealed class SignInSettingsTests
{
    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Get_DemonstrationAccounts_AreListedInDevelopmentAlone(string environment, bool listed)
    {
        await using var host = await StartAsync("environment", environment);

        var page = await host.Browser().GetAsync("/staff/sign-in");

        page.Text.Contains(DemonstrationOptions.DefaultPassword, StringComparison.Ordinal).ShouldBe(listed);
        page.Text.Contains("qa@demo.example", StringComparison.Ordinal).ShouldBe(listed);
    }

    [Fact]
    public async Task SignIn_ManyAccountsFromOneAddress_HasToWait()
    {
        const int Limit = 7;
        await using var host = await StartAsync("Limits:SignInPerTenMinutes", $"{Limit}");
        var browser = host.Browser();
        var form = await browser.GetAsync("/staff/sign-in");

        var statuses = new List<HttpStatusCode>();
        for (var account = 0; account <= Limit; account++)
        {
            statuses.Add((await browser.SubmitAsync(form, "Sign in", ("Email", $"{account}@staff.example"), ("Password", "Winter2030!"))).Status);
        }

        statuses[..Limit].ShouldAllBe(status => status == HttpStatusCode.BadRequest);
        statuses[Limit].ShouldBe(HttpStatusCode.TooManyRequests);
        browser.Page.Text.ShouldNotContain("Winter2030!");
    }

    private static Task<PracticeHost> StartAsync(string setting, string value) => PracticeHost.StartAsync(
        TestDatabaseProvider.Sqlite,
        new HostChanges { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = value } });
}
