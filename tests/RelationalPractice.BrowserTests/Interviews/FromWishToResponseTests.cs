using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Feedback;
using RelationalPractice.BrowserTests.Staff;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Interviews;

/// <summary>A family asks to talk; what they say in the interview, part of it without a network, reaches the quality team.</summary>
public sealed class FromWishToResponseTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string Interviewer = "interviewer@demo.example";
    private const string QualityTeam = "qa@demo.example";
    private const string Before = "Before the network went:";
    private const string During = "while it was away, she came with a marigold cake.";
    private const string Situation = "What they say to question 1";

    [Fact]
    public async Task Interview_NetworkAwayForTenMinutes_LosesNoWord()
    {
        var own = "";
        await browser.VisitAsync(Device.Phone, async visit => own = await AskAsync(visit));
        await browser.VisitAsync(Device.Desktop, BookAsync);
        await browser.VisitAsync(Device.Phone, async visit =>
        {
            await visit.GoToAsync(own);
            await visit.SeesAsync("Your appointment");
            await visit.SeesTextAsync("at 14:00");
            await visit.PressAsync("Move it to another time");
            await visit.SeesAsync("Move your appointment");
            await visit.GoToAsync($"{own}/cancel");
            await visit.SeesAsync("Do you want to cancel?");
        });

        await browser.VisitAsync(Device.Desktop, WriteAsync);
        await browser.VisitAsync(Device.Desktop, SendAsync);
        var id = (await browser.Site.ResponseWithAsync(During)).Id;
        await browser.VisitAsync(Device.Desktop, async visit =>
        {
            await visit.SignInAsync(QualityTeam);
            await visit.GoToAsync($"/collation/{id}");
            await visit.SeesTextAsync($"{Before} {During}");
        });
    }

    private static async Task<string> AskAsync(Visit visit)
    {
        visit.ExpectStatus(400);
        await visit.GoToAsync("/");
        await visit.PressAsync("Ask for an interview");
        await visit.SeesAsync("Would you rather talk?");
        await visit.PressAsync("Ask for an interview");
        await visit.SeesProblemAsync("Choose how to talk");
        await visit.ChooseAsync("A parent, carer, relative or friend");
        await visit.WriteAsync("What should we call you? (optional)", "Saffron");
        await visit.WriteAsync("A safe way to reach you", "07700 900123");
        await visit.ChooseAsync("By telephone");
        await visit.PressAsync("Ask for an interview");
        await visit.SeesAsync("We have your wish for an interview");
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    private static async Task BookAsync(Visit visit)
    {
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync("/interviews/ask");
        await visit.SeesAsync("Write down a wish for an interview");
        await visit.PressAsync("Interviews");
        await visit.SeesAsync("Interviews");
        await visit.Main.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Asked on", RegexOptions.None, TimeSpan.FromSeconds(1)) }).Last.ClickAsync();
        await visit.SeesAsync("A wish for an interview");
        await visit.SeesTextAsync("Saffron");
        await visit.PressAsync("Find their worker");
        await visit.SeesAsync("Who is their worker?");
        await visit.ChooseAsync("Not known");
        await visit.PressAsync("Save");
        await visit.PressAsync("Book a time");
        await visit.SeesAsync("Book a time");
        await visit.Main.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("at 14:00$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.CheckAsync();
        await visit.ChooseAsync("Yes, and a reminder the working day before");
        await visit.PressAsync("Book it");
        await visit.SeesAsync("A wish for an interview");
        await visit.SeesTextAsync("They are told by message");
        var wish = new Uri(visit.Page.Url).AbsolutePath;
        await visit.GoToAsync($"{wish}/move");
        await visit.SeesAsync("Move the interview");
        await visit.GoToAsync($"{wish}/cancel");
        await visit.SeesAsync("Cancel the interview");
    }

    private static async Task WriteAsync(Visit visit)
    {
        await visit.SignInAsync(Interviewer);
        await visit.PressAsync("Your interviews");
        await visit.SeesAsync("Your interviews");
        await visit.SeesTextAsync("Saffron: 07700 900123");
        await visit.PressAsync("Change this");
        await visit.SeesAsync("Who you are to families");
        await visit.GoToAsync("/interviews/mine/offer");
        await visit.SeesAsync("Offer times");
        await visit.PressAsync("Back to your interviews");
        await visit.Main.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Begin.*14:00$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await visit.SeesAsync("Before the first question");
        await visit.Main.GetByRole(AriaRole.Checkbox, new() { Name = "I have read it out, and they want to go on" }).CheckAsync();
        await visit.Page.Clock.InstallAsync();
        await visit.PressAsync("Go to the questions");
        await visit.SeesAsync("The questions");

        await visit.WriteAsync(Situation, Before);
        await visit.Page.Clock.FastForwardAsync(3_000);
        await visit.SeesTextAsync("Saved at");

        await visit.SetOfflineAsync(true);
        await visit.WriteAsync(Situation, $"{Before} {During}");
        await visit.Page.Clock.FastForwardAsync(3_000);
        await visit.SeesTextAsync("Not saved since");
        await visit.SeesTextAsync("Keep writing: it is kept on this page and saved when the network is back.");
        await visit.PressAsync("Read it back to them");
        await visit.SeesAsync("The questions");
        await visit.Page.Clock.FastForwardAsync("10:00");
        await visit.SeesTextAsync("Not saved since");

        await visit.SetOfflineAsync(false);
        await visit.Page.Clock.FastForwardAsync(6_000);
        await visit.SeesTextAsync("Saved at");
        (await visit.Main.TextContentAsync())!.ShouldNotContain("Not saved since");
    }

    /// <summary>In another browser: the laptop was closed.</summary>
    private static async Task SendAsync(Visit visit)
    {
        await visit.SignInAsync(Interviewer);
        await visit.PressAsync("Your interviews");
        await visit.Main.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Go on.*14:00$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await visit.SeesAsync("The questions");
        await Expect(visit.Box(Situation)).ToHaveValueAsync($"{Before} {During}");
        await visit.PressAsync("Read it back to them");
        await visit.SeesAsync("What we wrote down");
        await visit.SeesTextAsync(During);
        await visit.PressAsync("They agree with it");
        await visit.SeesAsync("How do you want this to be kept?");
        await visit.Main.GetByRole(AriaRole.Radio).Last.CheckAsync();
        await visit.PressAsync("Continue");
        await visit.SeesAsync("Before it is sent");
        await visit.PressAsync("Send it");
        await visit.SeesAsync("It is sent");
        await visit.PressAsync("They have the code");
        await visit.SeesAsync("Your interviews");
    }
}
