using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>The installed browser: <c>CHROMIUM_PATH</c>, or the first that is found on the path.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // Without these a browser that has just started talks to its maker, which the machines of our tests cannot reach.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(LaunchAsync);

    /// <summary>One for the whole run: each visit has its own cookies, cache and settings. It ends together with the test process.</summary>
    public static Task<IBrowser> StartedAsync() => Started.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = Arguments });
    }

    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given)
        {
            return given;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium was found. Run tests/run, or install it (Debian: apt-get install chromium), or let CHROMIUM_PATH name one.");
    }
}
