using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using Xunit;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>The product, a database and a browser for one test class.</summary>
public class BrowserFixture : IAsyncLifetime
{
    private readonly Accessibility _accessibility = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public TestDatabase Database { get; private set; } = null!;

    public PracticeSite Site { get; private set; } = null!;

    /// <summary>Settings that the class needs to be other than usual.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(TestDatabaseProvider.Sqlite, PracticeSite.FillAsync);
        Site = PracticeSite.Start(Database, Settings);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>
    /// Somebody comes with their device, does what <paramref name="script"/> says and goes. Where it fails, a trace and a picture of the
    /// page stay in TestResults.
    /// </summary>
    public async Task VisitAsync(Device device, Func<Visit, Task> script, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        await using var context = await _browser.NewContextAsync(device.Options(Site.Address));
        context.SetDefaultTimeout(15_000);
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}.{device.Name}";
        var watch = new BrowserWatch(context, Site.Address);
        var visit = new Visit(Site, await context.NewPageAsync(), device, _accessibility, watch, new Album(name));
        try
        {
            await script(visit);
            watch.Check();
        }
        catch
        {
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Leftover(name, "png"), FullPage = true });
            await context.Tracing.StopAsync(new TracingStopOptions { Path = Leftover(name, "zip") });
            throw;
        }
    }

    private static string Leftover(string name, string kind) => Repository.PathOf("TestResults", $"{name}.{kind}");
}
