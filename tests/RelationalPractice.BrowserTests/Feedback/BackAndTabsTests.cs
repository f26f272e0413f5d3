using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class BackAndTabsTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    [Fact]
    public Task Back_ByBrowserOrLink_ShowsWhatWasAnswered() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "Two years, with Heron Team.");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.ChooseAsync(Journey.Statements(Audience.ParentCarer)[0], "3 neither agree nor disagree");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(3);

        await visit.PressAsync("Back");
        await visit.SeesQuestionAsync(Journey.Scores);
        await Expect(visit.Radio(Journey.Statements(Audience.ParentCarer)[0], "3 neither agree nor disagree")).ToBeCheckedAsync();
        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();
        await visit.SeesQuestionAsync(1);
        await Expect(visit.Box(Journey.Answer)).ToHaveValueAsync("Two years, with Heron Team.");
    });

    [Fact]
    public Task Refresh_AnyStep_StaysThereAndAsksNothingOfTheBrowser() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "Kept over a refresh");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.Page.ReloadAsync();
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.GoToAsync("/feedback/question/situation");
        await visit.Page.ReloadAsync();
        await Expect(visit.Box(Journey.Answer)).ToHaveValueAsync("Kept over a refresh");
    });

    [Fact]
    public Task Change_FromTheCheckPage_ComesBackToIt() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.ReachCheckAsync("The first version");
        await visit.PressAsync("Change Your family’s situation");
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "The second version");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        await visit.SeesTextAsync("The second version");

        await visit.PressAsync("Change How you give feedback");
        await visit.SeesAsync(Journey.HowHeading);
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.WriteAsync("Your name", "Shona");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        await visit.SeesTextAsync("Shona");
    });

    [Fact]
    public Task TwoTabs_DifferentAnswers_NeitherIsLostAndNothingUnseenIsSent() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.ReachCheckAsync("Written in the first window");
        var second = await visit.NewTabAsync();
        await second.GoToAsync("/feedback/question/anything");
        await second.SeesQuestionAsync(7);
        await second.WriteAsync(Journey.Answer, "Written in the second window");
        await second.PressAsync(Journey.Continue);
        await second.SeesAsync(Journey.CheckHeading);

        await visit.PressAsync(Journey.Send);
        await visit.SeesTextAsync("Your answers have changed");
        await visit.SeesTextAsync("Written in the second window");
        await visit.LookAroundAsync();
        await visit.SendAsync();
        (await browser.Site.ResponseWithAsync("Written in the first window")).Answers.Count.ShouldBe(2);

        await second.PressAsync("Change Anything else");
        await second.SeesAsync(Journey.SentHeading);
    });

    [Fact]
    public Task Back_AfterSending_ShowsThatItWasSent() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.ReachCheckAsync("Sent, and then Back");
        var code = await visit.SendAsync();
        await visit.Page.GoBackAsync();
        await visit.SeesAsync(Journey.SentHeading);
        await visit.SeesTextAsync(code);
        await visit.SeesTextAsync(code[..4]);
    });

    [Fact]
    public Task Continue_InATabAfterSending_ShowsWhatWasTypedSoThatItIsNotLost() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.ReachCheckAsync("What was sent");
        var late = await visit.NewTabAsync();
        await late.GoToAsync("/feedback/question/change");
        await late.WriteAsync(Journey.Answer, "Typed too late, and long.");
        await visit.SendAsync();

        late.ExpectStatus(410);
        await late.PressAsync(Journey.Continue);
        await late.SeesAsync("You sent your answers before");
        await Expect(late.Page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Typed too late, and long.");
        await late.PressAsync("See the page with your code");
        await late.SeesAsync(Journey.SentHeading);
    });

    [Fact]
    public Task Start_WithAnswersNotSent_OffersToGoOn() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.GoToAsync("/");
        await visit.SeesAsync(Journey.StartHeading);
        await visit.PressAsync("Go on with those answers");
        await visit.SeesQuestionAsync(1);
    });
}
