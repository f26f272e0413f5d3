using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Testing.Staff;
using RelationalPractice.Web.Security;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Staff;

/// <summary>Pages that come only where the second factor is asked for, so that no link leads to them elsewhere.</summary>
public sealed class SecondFactorTests(SecondFactorTests.Guarded browser) : IClassFixture<SecondFactorTests.Guarded>
{
    private const string SetUpHeading = "Protect your account with an app";
    private const string SetUpCode = "Six digits from the app";
    private const string CodeHeading = "Enter your code";
    private const string Code = "Code from your authenticator app";

    [Fact]
    public Task SetUp_OnAPhone_LetsIn() => SetUpAndSignInAsync(Device.Phone, "qa@demo.example");

    [Fact]
    public Task SetUp_OnADesktop_LetsIn() => SetUpAndSignInAsync(Device.Desktop, "qa2@demo.example");

    private async Task SetUpAndSignInAsync(Device device, string email)
    {
        var recoveryCode = "";
        await browser.VisitAsync(device, async visit => recoveryCode = await SetUpAsync(visit, email));
        await browser.VisitAsync(device, async visit =>
        {
            visit.ExpectStatus(400);
            await visit.SignInAsync(email);
            await visit.SeesAsync(CodeHeading);
            await visit.WriteAsync(Code, "not-a-code");
            await visit.PressAsync("Sign in");
            await visit.SeesProblemAsync("That code is not right, or was used before. Wait for the next one. After 5 wrong tries an account is locked for 15 minutes.");
            await visit.WriteAsync(Code, recoveryCode);
            await visit.PressAsync("Sign in");
            await visit.Page.WaitForURLAsync("**/staff");
        });
    }

    /// <returns>One of the recovery codes that are shown when it is done.</returns>
    private static async Task<string> SetUpAsync(Visit visit, string email)
    {
        visit.ExpectStatus(400);
        await visit.SignInAsync(email);
        await visit.SeesAsync(SetUpHeading);
        await Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = "QR code for your authenticator app" })).ToBeVisibleAsync();
        var key = await visit.Main.Locator(".practice-key").InnerTextAsync();

        await visit.PressAsync("Continue");
        await visit.SeesProblemAsync("Enter the six digits that your app shows");
        await visit.WriteAsync(SetUpCode, "12345");
        await visit.PressAsync("Continue");
        await visit.SeesProblemAsync("That is not the code your app should show now. Check that the phone’s clock is right, and wait for the next code.");
        await visit.SeesTextAsync(key);

        await visit.WriteAsync(SetUpCode, AuthenticatorApp.Code(key));
        await visit.PressAsync("Continue");
        await visit.SeesAsync("Keep your recovery codes");
        var codes = await visit.Main.GetByRole(AriaRole.Listitem).AllInnerTextsAsync();
        codes.Count.ShouldBe(SecondFactor.RecoveryCodes);
        await visit.PressAsync("I have kept them, go on");
        await visit.Page.WaitForURLAsync("**/staff");
        return codes[0];
    }

    public sealed class Guarded : SiteFixture
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Staff:RequireSecondFactor"] = "true" };
    }
}
