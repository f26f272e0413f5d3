using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>Pictures of every page of a visit, for people to look at, in the folder that <c>PRACTICE_SCREENSHOTS</c> names.</summary>
internal sealed class Album(string name)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PRACTICE_SCREENSHOTS");

    private int _pictures;

    public async Task AddAsync(IPage page)
    {
        if (Folder is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{++_pictures:00}.png"), FullPage = true });
        }
    }
}
