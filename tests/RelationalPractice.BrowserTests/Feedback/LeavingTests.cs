using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class LeavingTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string SafeSite = "https://www.bbc.co.uk/weather";
    private const string Words = "He must not see that I wrote this.";
    private const string Unsent = "Nor that I was writing this.";

    [Fact]
    public Task Leave_ByButton_LeavesNothing() => browser.VisitAsync(Device.Phone, visit => LeaveAsync(visit, () => visit.PressAsync(Journey.Leave)));

    [Fact]
    public Task Leave_ByShiftThreeTimes_LeavesNothing() => browser.VisitAsync(Device.Desktop, visit => LeaveAsync(visit, async () =>
    {
        for (var press = 0; press < 3; press++)
        {
            await visit.Page.Keyboard.PressAsync("Shift");
        }
    }));

    [Fact]
    public Task Leave_WithoutScripts_LeavesNothing() => browser.VisitAsync(Device.SmallPhone.WithoutScripts(), visit => LeaveAsync(visit, () => visit.PressAsync(Journey.Leave)));

    [Fact]
    public Task Shift_ForCapitalLetters_DoesNotLeave() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.Box(Journey.Answer).FocusAsync();
        foreach (var letter in "AMELIA")
        {
            await visit.Page.Keyboard.PressAsync($"Shift+{letter}");
        }

        (await visit.Box(Journey.Answer).InputValueAsync()).ShouldBe("AMELIA");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
    });

    [Fact]
    public Task Shift_PressedTwice_SaysHowToGoOn() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.Page.Clock.InstallAsync();
        await visit.GoToAsync("/");
        await visit.SeesAsync(Journey.StartHeading);
        await visit.Page.Keyboard.PressAsync("Shift");
        await visit.Page.Keyboard.PressAsync("Shift");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Shift, press 1 more time to leave.");
        await visit.Page.Clock.RunForAsync(10_000);
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Leaving was not started.");
        await visit.LookAroundAsync();
    });

    private async Task LeaveAsync(Visit visit, Func<Task> leave)
    {
        await visit.LetOutToAsync(SafeSite, "The weather today");
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, Words);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(3);
        await visit.WriteAsync(Journey.Answer, Unsent);
        var drafts = await browser.Site.DraftsAsync();

        await leave();
        await Expect(visit.Heading("The weather today")).ToBeVisibleAsync();
        await Until.TrueAsync(async () => await browser.Site.DraftsAsync() == drafts - 1, "The draft is deleted");
        await Until.TrueAsync(async () => (await visit.Context.CookiesAsync()).Count == 0, "The cookies are gone");

        visit.ExpectStatus(400);
        while (visit.Page.Url != "about:blank" && await visit.Page.GoBackAsync() is not null)
        {
            (await visit.Page.ContentAsync()).ShouldNotContain(Words);
            (await visit.Page.ContentAsync()).ShouldNotContain(Unsent);
            foreach (var box in await visit.Page.GetByRole(AriaRole.Textbox).AllAsync())
            {
                (await box.InputValueAsync()).ShouldBeEmpty();
            }
        }
    }
}
