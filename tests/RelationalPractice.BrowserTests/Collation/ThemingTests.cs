using Microsoft.EntityFrameworkCore;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Staff;
using RelationalPractice.Surveys;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Collation;

/// <summary>Pages of the quality team that no link alone leads to.</summary>
public sealed class ThemingTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string QualityTeam = "qa@demo.example";
    private const string Theme = "Keeps promises";

    [Fact]
    public Task Code_AnAnswer_CanBeTakenOffAgain() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var id = await NamedResponseAsync();
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync($"/collation/{id}/theme");
        await visit.SeesAsync("Theme this response");
        var answer = visit.Main.Locator("[data-coding]").First;
        await answer.Locator("input[name=ThemeName]").FillAsync(Theme);
        await answer.GetByRole(Microsoft.Playwright.AriaRole.Radio, new() { Name = "Positive" }).CheckAsync();
        await answer.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Code" }).ClickAsync();
        await Expect(answer.Locator(".practice-codings")).ToContainTextAsync(Theme);
        await visit.LookAroundAsync();

        await visit.GoToAsync((await answer.Locator(".practice-codings form").First.GetAttributeAsync("action"))!);
        await visit.SeesAsync("Do you want to remove this coding?");
        await visit.PressAsync("Remove it");
        await Expect(answer.Locator(".practice-codings")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Retire_ATheme_CanBeRestored() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync("/collation/themes");
        await visit.PressAsync(Theme);
        await visit.PressAsync("Retire it");
        await visit.SeesAsync($"Retire “{Theme}”");
        await visit.WriteAsync("Why it is retired", "Nobody uses it.");
        await visit.PressAsync("Retire the theme");
        await visit.SeesTextAsync("Retired: nobody codes with it any more.");
        await visit.LookAroundAsync();
        await visit.PressAsync("Restore it");
        await visit.SeesAsync($"Restore “{Theme}”");
        await visit.PressAsync("Restore the theme");
        await Expect(visit.Pressable("Retire it")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Complaint_OfANamedFamily_IsAskedForAndKept() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var id = await NamedResponseAsync();
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync($"/collation/{id}/complaint");
        await visit.SeesAsync("Is this really a complaint?");
        await visit.Main.GetByRole(Microsoft.Playwright.AriaRole.Radio).First.CheckAsync();
        await visit.PressAsync("Write it down");
        await visit.GoToAsync($"/collation/{id}/complaint");
        await visit.SeesTextAsync("Written down last by");
        await visit.LookAroundAsync();
    });

    private Task<Guid> NamedResponseAsync() => browser.Site.ReadAsync(db => db.Set<NamedResponse>()
        .Where(r => r.State == ResponseState.New && r.Answers.Any(a => a.Text != null)).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
}
