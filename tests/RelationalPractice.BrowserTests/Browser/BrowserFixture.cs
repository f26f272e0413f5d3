using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using Xunit;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>A database, the product on it and a browser, for one test class.</summary>
public abstract class BrowserFixture : IAsyncLifetime
{
    // Far more than anything takes on a machine that does nothing else.
    private const float PatienceMilliseconds = 20_000;

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private Uri _address = null!;

    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        Database = await TestDatabase.CreateAsync(TestDatabaseProvider.Sqlite, PracticeSite.FillAsync);
        _address = await StartSiteAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await StopSiteAsync();
        await Database.DisposeAsync();
    }

    /// <summary>
    /// Somebody comes with their device, does what <paramref name="script"/> says and goes. Where it fails, a trace and a picture of the
    /// page stay in TestResults.
    /// </summary>
    public async Task VisitAsync(Device device, Func<Visit, Task> script, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        await using var context = await _browser.NewContextAsync(device.Options(_address));
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
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
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Leftover(name, "png"), FullPage = true });
            await context.Tracing.StopAsync(new TracingStopOptions { Path = Leftover(name, "zip") });
            throw;
        }
    }

    protected abstract Task<Uri> StartSiteAsync();

    protected abstract Task StopSiteAsync();

    private static string Leftover(string name, string kind) => Repository.PathOf("TestResults", $"{name}.{kind}");
}

/// <summary>The product runs in the tests' own process.</summary>
public class SiteFixture : BrowserFixture
{
    public PracticeSite Site { get; private set; } = null!;

    /// <summary>Settings that the class needs to be other than usual.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    protected override Task<Uri> StartSiteAsync()
    {
        Site = PracticeSite.Start(Database, Settings);
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
