using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>Tab, Space, Enter and the arrows alone; <see cref="Keys"/> checks at each stop that the focus can be seen.</summary>
public sealed class KeyboardTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private static readonly IReadOnlyList<string> Statements = Journey.Statements(Audience.ParentCarer);

    [Fact]
    public Task Send_ByKeyboardAlone_Arrives() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var keys = new Keys(visit.Page);
        await visit.GoToAsync("/");
        await visit.SeesAsync(Journey.StartHeading);
        await keys.TabToAsync(visit.Pressable("A parent, carer, relative or friend"));
        await keys.PressAsync("Space");
        await visit.SeesAsync(Journey.LeavingHeading);
        await keys.TabToAsync(visit.Pressable(Journey.Continue));
        await keys.PressAsync("Enter");

        await visit.SeesAsync(Journey.HowHeading);
        await keys.TabToAsync(visit.Radio(Journey.Way(Tier.Named)));
        await keys.PressAsync("ArrowDown");
        await Expect(visit.Radio(Journey.Way(Tier.WorkerOnly))).ToBeCheckedAsync();
        await keys.PressAsync("Enter");

        await visit.SeesAsync(Journey.WorkerHeading);
        await keys.TabToAsync(visit.Box("Your social worker’s name"));
        await keys.TypeAsync("Farzana");
        await keys.TabToAsync(visit.Radio("My words and my scores"));
        await keys.PressAsync("Space");
        await keys.TabToAsync(visit.Pressable(Journey.Continue));
        await keys.PressAsync("Enter");

        await visit.SeesQuestionAsync(1);
        await keys.TabToAsync(visit.Box(Journey.Answer));
        await keys.TypeAsync("I use no mouse.");
        await keys.TabToAsync(visit.Pressable(Journey.Continue));
        await keys.PressAsync("Space");

        await visit.SeesQuestionAsync(Journey.Scores);
        foreach (var statement in Statements)
        {
            await keys.TabToAsync(visit.Radio(statement, "1 strongly disagree"));
            await keys.PressAsync("ArrowUp");
            await Expect(visit.Radio(statement, "5 strongly agree")).ToBeCheckedAsync();
        }

        await keys.TabToAsync(visit.Pressable(Journey.Continue));
        await keys.PressAsync("Enter");
        for (var question = 3; question <= Journey.Questions; question++)
        {
            await visit.SeesQuestionAsync(question);
            await keys.TabToAsync(visit.Pressable(Journey.Continue));
            await keys.PressAsync("Enter");
        }

        await visit.SeesAsync(Journey.CheckHeading);
        await keys.TabToAsync(visit.Pressable(Journey.Send));
        await keys.PressAsync("Enter");
        await visit.SeesAsync(Journey.SentHeading);

        var response = await browser.Site.ResponseWithAsync("I use no mouse.");
        response.Answers.Count(answer => answer.Score == 5).ShouldBe(5);
    });

    [Fact]
    public Task Continue_WithAnError_MovesTheFocusToTheSummaryAndOnToTheField() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var keys = new Keys(visit.Page);
        await visit.StartAsync();
        await keys.TabToAsync(visit.Pressable(Journey.Continue));
        await keys.PressAsync("Enter");
        await visit.SeesProblemAsync("Choose how you want to give feedback");
        await Expect(visit.ErrorSummary).ToBeFocusedAsync();
        await keys.TabToAsync(visit.Pressable("Choose how you want to give feedback"));
        await keys.PressAsync("Enter");
        await Expect(visit.Radio(Journey.Way(Tier.Named))).ToBeFocusedAsync();
    });

    [Fact]
    public Task SkipLink_FirstStop_LeadsPastTheBar() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var keys = new Keys(visit.Page);
        await visit.StartAsync();
        await keys.PressAsync("Tab");
        await Expect(visit.Pressable("Skip to main content")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.TabToAsync(visit.Radio(Journey.Way(Tier.Named)));
        await visit.LookAroundAsync();
    });
}
