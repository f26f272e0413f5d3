using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>What a screen reader is told: roles, names and which words belong to which field.</summary>
public sealed class ScreenReaderTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    [Fact]
    public Task Frame_EveryStep_HasItsLandmarks() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await Expect(visit.Page.Locator("body")).ToMatchAriaSnapshotAsync(
            """
            - link "Skip to main content"
            - banner
            - navigation "Back, help and leaving":
              - link "Back"
              - link "Get help"
              - button "Leave this site"
            - main:
              - group "How do you want to give feedback?":
                - heading "How do you want to give feedback?" [level=1]
                - radio "Giving your name"
                - radio "Giving the social worker’s name only"
                - radio "Remaining anonymous"
              - button "Continue"
            - contentinfo:
              - list:
                - listitem:
                  - link "Get help"
            """);
        await Expect(visit.Radio(Journey.Way(Tier.Anonymous))).ToHaveAccessibleDescriptionAsync(Words("wider service development"));
    });

    [Fact]
    public Task Scores_FiveGroups_AreNamedByTheirWholeStatement() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, Journey.Scores);
        var groups = visit.Main.GetByRole(AriaRole.Group);
        await Expect(groups).ToHaveCountAsync(5);
        foreach (var (statement, index) in Journey.Statements(Audience.ParentCarer).Select((statement, index) => (statement, index)))
        {
            await Expect(groups.Nth(index)).ToHaveAccessibleNameAsync(statement);
            foreach (var answer in (string[])["1 strongly disagree", "2 disagree", "3 neither agree nor disagree", "4 agree", "5 strongly agree"])
            {
                await Expect(visit.Radio(statement, answer)).Not.ToBeCheckedAsync();
            }
        }
    });

    [Fact]
    public Task Question_WithABox_IsHeardWithIt() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await Expect(visit.Box(Journey.Answer)).ToHaveAccessibleDescriptionAsync(Words("what the current situation is with your family"));
        await visit.WriteAsync(Journey.Answer, new string('x', 5001));
        await visit.PressAsync(Journey.Continue);
        await Expect(visit.ErrorSummary).ToBeFocusedAsync();
        var message = await visit.ErrorSummary.GetByRole(AriaRole.Link).InnerTextAsync();
        await Expect(visit.Box(Journey.Answer)).ToHaveAccessibleDescriptionAsync(Words($"Error: {Regex.Escape(message)}"));
        await Expect(visit.Box(Journey.Answer)).ToHaveAttributeAsync("aria-invalid", "true");
    });

    [Fact]
    public Task How_NothingChosen_GroupIsHeardWithItsError() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await visit.PressAsync(Journey.Continue);
        await visit.SeesProblemAsync("Choose how you want to give feedback");
        await Expect(visit.Group(Journey.HowHeading)).ToHaveAccessibleDescriptionAsync(Words("Error: Choose how you want to give feedback"));
    });

    [Fact]
    public Task Check_ChangeLinks_SayWhatTheyChange() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.ReachCheckAsync("Something to change");
        var links = visit.Main.GetByRole(AriaRole.Link, new() { Name = "Change" });
        var names = await links.AllInnerTextsAsync();
        names.Count.ShouldBe(12);
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Count);
    });

    private static Regex Words(string words) => new(words, RegexOptions.None, TimeSpan.FromSeconds(1));
}
