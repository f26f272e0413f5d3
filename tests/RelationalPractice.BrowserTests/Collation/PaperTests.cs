using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Staff;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Collation;

/// <summary>A returned form: one reader types it, another checks it; and the pages beside it.</summary>
public sealed class PaperTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string Label = "14 March, 3";

    [Fact]
    public async Task Paper_TypedByOneAndCheckedByAnother_IsInTheQueue()
    {
        await browser.VisitAsync(Device.Desktop, async visit =>
        {
            visit.ExpectStatus(400);
            await SignInAsync(visit, "qa@demo.example");
            await visit.PressAsync("Paper forms");
            await visit.SeesAsync("Paper forms");
            await visit.PressAsync("Parent or carer, English, version 1");
            await visit.PressAsync("Ready to be checked");
            await visit.SeesProblemAsync("Choose how the family wants to give feedback");
            await visit.WriteAsync("Written on the paper to find it again", Label);
            await visit.ChooseAsync("Giving your name");
            await Expect(visit.Box("Their name")).ToBeVisibleAsync();
            await visit.ChooseAsync("Remaining anonymous");
            await Expect(visit.Box("Their name")).ToBeHiddenAsync();
            await visit.WriteAsync("Answer to question 4", "She came by when it mattered.");
            await visit.PressAsync("Save and go on later");
            await visit.PressAsync(Label);
            await visit.SeesAsync("Go on typing a paper form");
            await visit.PressAsync("Ready to be checked");
            await visit.PressAsync(Label);
            await visit.SeesAsync("Check a paper form");
        });
        await browser.VisitAsync(Device.Desktop, async visit =>
        {
            await SignInAsync(visit, "qa2@demo.example");
            await visit.SeesTextAsync("1 form that a colleague typed waits for a second reader.");
            await visit.LookAroundAsync();
            await visit.PressAsync("Go to the paper forms");
            await visit.PressAsync(Label);
            await visit.SeesAsync("Check a paper form");
            await Expect(visit.Box("Answer to question 4")).ToHaveValueAsync("She came by when it mattered.");
            await visit.PressAsync("Set it aside");
            await visit.SeesAsync("Do you want to set this form aside?");
            await visit.PressAsync("No, go back");
            await visit.PressAsync(Label);
            await visit.PressAsync("It is as on the paper: send it");
            await visit.SeesTextAsync("It is in the queue of responses, like any other.");
            await visit.SeesAsync("Paper forms");
        });
    }

    [Fact]
    public Task Leaflet_OnAPhone_LeadsToTheFirstPage() => browser.VisitAsync(Device.SmallPhone.WithoutScripts(), async visit =>
    {
        await visit.GoToAsync("/leaflet/all");
        await visit.SeesAsync("How are things with your social worker?");
        await visit.PressAsync("What is your social worker like?");
        await visit.SeesAsync("What is your social worker like?");
        await visit.PressAsync("Tell us");
        await visit.SeesAsync("How are things between you and your social worker?");
    });

    private static async Task SignInAsync(Visit visit, string email)
    {
        await visit.SignInAsync(email);
        await visit.Page.WaitForURLAsync("**/staff");
    }
}
