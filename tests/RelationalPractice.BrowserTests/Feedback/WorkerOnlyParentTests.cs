using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class WorkerOnlyParentTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    [Fact]
    public Task Send_ScoresOnly_IsKeptSo() => browser.VisitAsync(Device.Phone.InTheDark(), async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.WorkerOnly);
        await visit.SeesAsync(Journey.WorkerHeading);
        await visit.WriteAsync("Your social worker’s name", "Mr Wilk");
        await visit.ChooseAsync("What may your social worker see?", "Only my scores");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "He is often late and does not ring.");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.ChooseAsync(Journey.Statements(Audience.ParentCarer)[2], "2 disagree");
        await visit.SkipAsync(Journey.Scores, Journey.Questions);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        await visit.SeesTextAsync("Only your scores");
        await visit.SendAsync();

        var response = (await browser.Site.ResponseWithAsync("often late")).ShouldBeOfType<WorkerOnlyResponse>();
        response.ScoresOnly.ShouldBeTrue();
        browser.Site.Reveal(response.WorkerNameTyped).ShouldBe("Mr Wilk");
        response.Answers.Single(answer => answer.QuestionKey == "trust").Score.ShouldBe(2);
    });
}
