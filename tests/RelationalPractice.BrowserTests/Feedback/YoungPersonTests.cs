using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class YoungPersonTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private static readonly IReadOnlyList<string> Dials = Journey.Statements(Audience.YoungPerson);

    [Fact]
    public Task Send_DialsTurnedByKeyboardAndNotSafe_OffersHelpFirstAndRaises() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        var keys = new Keys(visit.Page);
        await visit.StartAsync(Audience.YoungPerson);
        await visit.GoByAsync(Tier.Anonymous, Audience.YoungPerson);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "About a year and nobody told me why.");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);

        await keys.TabToAsync(visit.Radio(Dials[0], "not at all"));
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await Expect(visit.Radio(Dials[0], "in the middle")).ToBeCheckedAsync();
        await keys.TabToAsync(visit.Radio(Dials[4], "not at all"));
        await keys.PressAsync("Space");
        await Expect(visit.Radio(Dials[4], "not at all")).ToBeCheckedAsync();
        await visit.LookAroundAsync();

        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.SupportHeading);
        await visit.SeesTextAsync("0800 1111");
        await visit.PressAsync("Go on with the questions");
        await visit.SeesQuestionAsync(3);
        await visit.SkipAsync(3, Journey.Questions);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        await visit.SendAsync();

        var response = await browser.Site.ResponseWithAsync("nobody told me why");
        response.Raised.ShouldBeTrue();
        response.Answers.Single(answer => answer.QuestionKey == "safe").Score.ShouldBe(1);
        response.Answers.Single(answer => answer.QuestionKey == "respect").Score.ShouldBe(3);
    });

    [Fact]
    public Task Press_PartOfADial_ChoosesItAndTheNeedleFollows() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync(Audience.YoungPerson);
        await visit.GoByAsync(Tier.Named, Audience.YoungPerson);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, Journey.Scores);

        var dial = visit.Group(Dials[1]);
        var needle = dial.Locator(".practice-dial__needle");
        var resting = await needle.EvaluateAsync<string>("needle => getComputedStyle(needle).transform");
        await dial.Locator("[data-value='5']").ClickAsync();
        await Expect(visit.Radio(Dials[1], "completely")).ToBeCheckedAsync();
        await Expect(needle).Not.ToHaveCSSAsync("transform", resting);
        await visit.ChooseAsync(Dials[2], "not sure");
        await visit.LookAroundAsync();
    });

    [Fact]
    public Task Look_YoungPeoplesPagesInTheDark_HoldsToo() => browser.VisitAsync(Device.Phone.InTheDark(), async visit =>
    {
        await visit.StartAsync(Audience.YoungPerson);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesProblemAsync("Choose how you want to give feedback");
        await visit.GoByAsync(Tier.WorkerOnly, Audience.YoungPerson);
        await visit.SeesAsync(Journey.WorkerHeading);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, Journey.Scores);
        foreach (var (dial, answer) in Dials.Zip(["not at all", "a little", "in the middle", "quite a lot", "completely"]))
        {
            await visit.ChooseAsync(dial, answer);
        }

        await visit.LookAroundAsync();
    });
}
