using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Supervision;

/// <summary>What somebody does with a page: with the mouse, or with nothing but the keyboard.</summary>
internal sealed class Hand(Visit visit, bool keyboardAlone)
{
    private const int MostStops = 300;

    public Visit Visit => visit;

    public Task PressAsync(string words) => PressAsync(visit.Pressable(words));

    public Task PressAsync(ILocator target) => keyboardAlone ? KeyAsync(target, "Enter") : target.ClickAsync();

    /// <summary>A box to tick, or the first choice of a group.</summary>
    public async Task TickAsync(ILocator target)
    {
        await (keyboardAlone ? KeyAsync(target, "Space") : target.CheckAsync());
        await Expect(target).ToBeCheckedAsync();
    }

    public async Task WriteAsync(string label, string words)
    {
        if (!keyboardAlone)
        {
            await visit.WriteAsync(label, words);
            return;
        }

        await TabToAsync(visit.Box(label));
        await visit.Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Selects the first word of an answer on the page where words are hidden, and hides it.</summary>
    public async Task HideFirstWordAsync(ILocator answer, string word)
    {
        if (keyboardAlone)
        {
            await TabToAsync(answer);
            await visit.Page.Keyboard.PressAsync("Control+Home");
            for (var letter = 0; letter < word.Length; letter++)
            {
                await visit.Page.Keyboard.PressAsync("Shift+ArrowRight");
            }

            await visit.Page.Keyboard.PressAsync("h");
            return;
        }

        await answer.DblClickAsync(new() { Position = new() { X = 12, Y = 12 } });
        await visit.LookAroundAsync();
        await visit.PressAsync("Hide the selected words");
    }

    private async Task KeyAsync(ILocator target, string key)
    {
        await TabToAsync(target);
        await visit.Page.Keyboard.PressAsync(key);
    }

    private async Task TabToAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        var there = false;
        for (var stop = 0; stop < MostStops && !there; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            there = await target.EvaluateAsync<bool>("element => element === document.activeElement");
        }

        there.ShouldBeTrue($"The Tab key never comes to {target}.");
    }
}
