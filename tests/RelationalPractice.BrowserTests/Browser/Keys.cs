using Microsoft.Playwright;
using Shouldly;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>Somebody with a keyboard alone. At every stop they must see where they are.</summary>
public sealed class Keys(IPage page)
{
    private const int StopsMax = 60;
    private const int Around = 8;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string words) => page.Keyboard.TypeAsync(words);

    /// <summary>Goes on with Tab until <paramref name="target"/> has the focus.</summary>
    public async Task TabToAsync(ILocator target)
    {
        for (var stop = 0; stop < StopsMax; stop++)
        {
            await PressAsync("Tab");
            await CheckFocusIsSeenAsync();
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{target} was not reached by {StopsMax} presses of Tab.");
    }

    /// <summary>What has the focus is on the screen, nothing lies over it, and it looks other than without the focus.</summary>
    private async Task CheckFocusIsSeenAsync()
    {
        await using var focused = await page.EvaluateHandleAsync("document.activeElement");
        var element = focused.AsElement() ?? throw new InvalidOperationException("Nothing has the focus.");
        var words = await element.EvaluateAsync<string>("element => element.outerHTML.slice(0, 150)");
        (await element.EvaluateAsync<bool>(
            """
            element => {
              const box = element.getBoundingClientRect();
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              const top = document.elementFromPoint(x, y);
              return top !== null && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some(label => label.contains(top)));
            }
            """)).ShouldBeTrue($"Covered, or outside the screen: {words}");

        var lit = await PictureAroundAsync(element);
        await element.EvaluateAsync("element => element.blur()");
        var unlit = await PictureAroundAsync(element);
        await element.EvaluateAsync("element => element.focus({ preventScroll: true })");
        lit.AsSpan().SequenceEqual(unlit).ShouldBeFalse($"Looks the same with and without the focus: {words}");
    }

    private async Task<byte[]> PictureAroundAsync(IElementHandle element)
    {
        var box = await element.BoundingBoxAsync() ?? throw new InvalidOperationException("What has the focus cannot be seen.");
        var left = Math.Max(0, box.X - Around);
        var top = Math.Max(0, box.Y - Around);
        return await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Clip = new Clip { X = left, Y = top, Width = box.X + box.Width + Around - left, Height = box.Y + box.Height + Around - top },
            Animations = ScreenshotAnimations.Disabled
        });
    }
}
