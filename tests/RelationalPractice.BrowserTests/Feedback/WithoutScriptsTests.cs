using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>An old telephone with a screen of 320 pixels, on which no script runs.</summary>
public sealed class WithoutScriptsTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private static readonly Device OldPhone = Device.SmallPhone.WithoutScripts();

    [Fact]
    public Task Send_Parent_Arrives() => browser.VisitAsync(OldPhone, async visit =>
    {
        await visit.StartAsync();
        await visit.PressAsync(Journey.Continue);
        await visit.SeesProblemAsync("Choose how you want to give feedback");
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.WriteAsync("Your name", "Idris Pell");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "This telephone is older than my son.");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        foreach (var statement in Journey.Statements(Audience.ParentCarer))
        {
            await visit.ChooseAsync(statement, "5 strongly agree");
        }

        await visit.PressAsync(Journey.Continue);
        await visit.AnswerTheRestAsync(from: 3, "It went well");
        var code = await visit.SendAsync();
        await visit.PressAsync("use your code");
        await visit.SeesAsync("What happened with your answers");
        await visit.WriteAsync("Your code", code);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesTextAsync("Nobody has read them yet");
        await visit.LookAroundAsync();

        (await browser.Site.ResponseWithAsync("older than my son")).Answers.Count.ShouldBe(11);
    });

    [Fact]
    public Task Send_YoungPerson_Arrives() => browser.VisitAsync(OldPhone, async visit =>
    {
        await visit.StartAsync(Audience.YoungPerson);
        await visit.GoByAsync(Tier.Anonymous, Audience.YoungPerson);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "She makes me laugh in the car.");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        foreach (var dial in Journey.Statements(Audience.YoungPerson))
        {
            await visit.ChooseAsync(dial, "a little");
        }

        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.SupportHeading);
        await visit.PressAsync("Go on with the questions");
        await visit.AnswerTheRestAsync(from: 3, "Yes");
        await visit.SendAsync();

        (await browser.Site.ResponseWithAsync("laugh in the car")).Raised.ShouldBeTrue();
    });

    [Fact]
    public Task Definition_Pressed_OpensUnderTheQuestion() => browser.VisitAsync(OldPhone, async visit =>
    {
        var rights = SurveySeeds.Glossary().Find("rights")!;
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, 3);
        await Expect(visit.Main.GetByText(rights.Definition)).ToBeHiddenAsync();
        await visit.Main.GetByText($"What we mean by “{rights.Term}”").ClickAsync();
        await Expect(visit.Main.GetByText(rights.Definition)).ToBeVisibleAsync();
        await visit.LookAroundAsync();
    });
}
