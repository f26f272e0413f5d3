using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using Xunit;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>A database and the product on it for one test class, and the browser that all classes share.</summary>
public abstract class BrowserFixture : IAsyncLifetime
{
    // Far more than anything takes on a machine that does nothing else.
    private const float PatienceMilliseconds = 20_000;

    private static readonly bool Traces = Environment.GetEnvironmentVariable("PRACTICE_TRACES") is { Length: > 0 };

    private IBrowser _browser = null!;
    private Uri _address = null!;

    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        Database = await TestDatabase.CreateAsync(TestDatabaseProvider.Sqlite, PracticeSite.FillAsync);
        _address = await StartSiteAsync();
        _browser = await Chromium.StartedAsync();
    }

    public async Task DisposeAsync()
    {
        await StopSiteAsync();
        await Database.DisposeAsync();
    }

    /// <summary>
    /// Somebody comes with their device, does what <paramref name="script"/> says and goes. Where it fails, a picture of the page, its
    /// HTML and what the browser wrote on its console stay in TestResults.
    /// </summary>
    public async Task VisitAsync(Device device, Func<Visit, Task> script, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        await using var context = await _browser.NewContextAsync(device.Options(_address));
        context.SetDefaultTimeout(PatienceMilliseconds);
        if (Traces)
        {
            await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        }

        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}.{device.Name}";
        var watch = new BrowserWatch(context, _address);
        var visit = await Visit.BeginAsync(context, device, watch, new Album(name));
        try
        {
            await script(visit);
            watch.Check();
        }
        catch
        {
            await KeepAsync(visit.Page, watch, name);
            throw;
        }
    }

    protected abstract Task<Uri> StartSiteAsync();

    protected abstract Task StopSiteAsync();

    private static async Task KeepAsync(IPage page, BrowserWatch watch, string name)
    {
        Directory.CreateDirectory(Repository.PathOf("TestResults"));
        await File.WriteAllLinesAsync(Leftover(name, "console.txt"), watch.Console);
        try
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Leftover(name, "png"), FullPage = true });
            await File.WriteAllTextAsync(Leftover(name, "html"), await page.ContentAsync());
            if (Traces)
            {
                await page.Context.Tracing.StopAsync(new TracingStopOptions { Path = Leftover(name, "zip") });
            }
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            // What the test failed of is to be told, not that its browser shows nothing any more.
        }
    }

    private static string Leftover(string name, string kind) => Repository.PathOf("TestResults", $"{name}.{kind}");
}

/// <summary>The product runs in the tests' own process.</summary>
public class SiteFixture : BrowserFixture
{
    public PracticeSite Site { get; private set; } = null!;

    /// <summary>Settings that the class needs to be other than usual.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A clock that the class moves by itself; null is the machine's. Never before the machine's, by which the browser keeps cookies.</summary>
    protected virtual TimeProvider? SiteClock => null;

    protected override Task<Uri> StartSiteAsync()
    {
        Site = PracticeSite.Start(Database, Settings, SiteClock);
        return Task.FromResult(Site.Address);
    }

    protected override async Task StopSiteAsync() => await Site.DisposeAsync();
}

/// <summary>The published program, with everything counted that goes over the wire.</summary>
public sealed class PublishedFixture : BrowserFixture
{
    private PublishedProgram _program = null!;

    public Wire Wire { get; private set; } = null!;

    protected override async Task<Uri> StartSiteAsync()
    {
        _program = await PublishedProgram.StartAsync(Database);
        Wire = new Wire(_program.Socket);
        return Wire.Address;
    }

    protected override async Task StopSiteAsync()
    {
        await Wire.DisposeAsync();
        await _program.DisposeAsync();
    }
}
