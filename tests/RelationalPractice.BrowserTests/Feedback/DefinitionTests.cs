using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>The meaning of a word opens where it is read (WCAG 1.4.13). Without scripts: <see cref="WithoutScriptsTests"/>.</summary>
public sealed class DefinitionTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private static readonly GlossaryTerm Trust = SurveySeeds.Glossary().Find("trust")!;

    [Fact]
    public Task Hover_OnTheWord_OpensAndStaysWhileThePointerIsOnTheMeaning() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await ReachScoresAsync(visit);
        await Word(visit).HoverAsync();
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.LookAtAsync(visit.Main.Locator(".practice-popover"));
        await Meaning(visit).HoverAsync();
        await visit.Page.Clock.RunForAsync(2_000);
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.Page.Mouse.MoveAsync(2, 2);
        await visit.Page.Clock.RunForAsync(2_000);
        await Expect(Meaning(visit)).ToBeHiddenAsync();
    });

    [Fact]
    public Task Focus_OnTheWord_OpensAndEscapeCloses() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await ReachScoresAsync(visit);
        await Word(visit).FocusAsync();
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await Expect(Word(visit)).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(Word(visit)).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("respects you", default, TimeSpan.FromSeconds(1)));
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(Meaning(visit)).ToBeHiddenAsync();
        await Expect(Word(visit)).ToBeFocusedAsync();
    });

    [Fact]
    public Task Escape_PointerOnTheMeaning_Closes() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await ReachScoresAsync(visit);
        await Word(visit).HoverAsync();
        await Meaning(visit).HoverAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(Meaning(visit)).ToBeHiddenAsync();
    });

    [Fact]
    public Task Tap_OnTheWord_OpensAndCloseOrATapElsewhereCloses() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await ReachScoresAsync(visit);
        await Word(visit).TapAsync();
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.LookAtAsync(visit.Main.Locator(".practice-popover"));
        await Meaning(visit).TapAsync();
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.Pressable("Close").TapAsync();
        await Expect(Meaning(visit)).ToBeHiddenAsync();
        await Word(visit).TapAsync();
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.Main.GetByText("Question 2 of 7").TapAsync();
        await Expect(Meaning(visit)).ToBeHiddenAsync();
    });

    [Fact]
    public Task Enter_OnTheWord_KeepsTheMeaningOpenAndLeadsIntoIt() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await ReachScoresAsync(visit);
        await Word(visit).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Pressable("Close")).ToBeFocusedAsync();
        await Expect(Meaning(visit)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(Meaning(visit)).ToBeHiddenAsync();
        await Expect(Word(visit)).ToBeFocusedAsync();
    });

    private static async Task ReachScoresAsync(Visit visit)
    {
        await visit.Page.Clock.InstallAsync();
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, Journey.Scores);
    }

    private static ILocator Word(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = Trust.Term, Exact = true });

    /// <summary>The words also stand in the list for pages without scripts, which scripts hide.</summary>
    private static ILocator Meaning(Visit visit) => visit.Main.GetByText(Trust.Definition).Filter(new() { Visible = true });
}
