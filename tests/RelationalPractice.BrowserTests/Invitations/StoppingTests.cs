using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Staff;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Invitations;

/// <summary>Staff stop messages to somebody for good, and let them begin again only with a reason.</summary>
public sealed class StoppingTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    [Fact]
    public Task Messages_StoppedByStaff_BeginAgainOnlyWithAReason() => browser.VisitAsync(Device.Phone, async visit =>
    {
        visit.ExpectStatus(400);
        await visit.SignInAsync("qa@demo.example");
        await visit.GoToAsync("/invitations/families");
        await visit.SeesAsync("Families");
        await visit.Main.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        var name = (await visit.Main.GetByRole(AriaRole.Heading, new() { Level = 3 }).First.InnerTextAsync()).Trim();

        await visit.PressAsync($"Stop messages to {name}");
        await visit.SeesAsync("Do you want to stop all messages to this person?");
        await visit.PressAsync("Stop all messages");
        await visit.LookAroundAsync();

        await visit.PressAsync($"Let messages begin again to {name}");
        await visit.SeesAsync("Let messages to this person begin again");
        await visit.PressAsync("Let messages begin again");
        await visit.SeesProblemAsync("Say how and when they asked for it");
        await visit.WriteAsync("How and when they asked for it", "By telephone on Monday.");
        await visit.PressAsync("Let messages begin again");
        await Expect(visit.Main.GetByRole(AriaRole.Link, new() { Name = $"Stop messages to {name}" })).ToBeVisibleAsync();
    });
}
