using System.Diagnostics;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>For what comes about outside the page, where Playwright has nothing to wait for.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"This did not come about: {what}");
            }

            await Task.Delay(Pause);
        }
    }
}
