using Microsoft.Playwright;
using Shouldly;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>Somebody with a keyboard alone. At every stop they must see where they are.</summary>
public sealed class Keys(IPage page)
{
    private const int StopsMax = 60;

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
        var words = await focused.EvaluateAsync<string>("element => element.outerHTML.slice(0, 150)");
        (await focused.EvaluateAsync<bool>(
            """
            element => {
              const box = element.getBoundingClientRect();
              const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return top !== null && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some(label => label.contains(top)));
            }
            """)).ShouldBeTrue($"Covered, or outside the screen: {words}");

        var around = await AroundAsync(focused);
        var lit = await page.ScreenshotAsync(around);
        await focused.EvaluateAsync("element => element.blur()");
        var unlit = await page.ScreenshotAsync(around);
        await focused.EvaluateAsync("element => element.focus({ preventScroll: true })");
        lit.AsSpan().SequenceEqual(unlit).ShouldBeFalse($"Looks the same with and without the focus: {words}");
    }

    /// <summary>The element with what belongs to it: a label that is a card may carry the mark of a small radio button.</summary>
    private async Task<PageScreenshotOptions> AroundAsync(IJSHandle element)
    {
        var edges = await element.EvaluateAsync<float[]>(
            """
            element => {
              const around = 8;
              const boxes = [element, element.parentElement, ...(element.labels ?? [])].map(part => part.getBoundingClientRect());
              const least = name => Math.min(...boxes.map(box => box[name])) - around;
              const most = name => Math.max(...boxes.map(box => box[name])) + around;
              return [Math.max(0, least("left")), Math.max(0, least("top")), Math.min(innerWidth, most("right")), Math.min(innerHeight, most("bottom"))];
            }
            """);
        return new PageScreenshotOptions
        {
            Clip = new Clip { X = edges[0], Y = edges[1], Width = edges[2] - edges[0], Height = edges[3] - edges[1] },
            Animations = ScreenshotAnimations.Disabled
        };
    }
}
