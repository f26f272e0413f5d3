using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class AnonymousParentTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    [Fact]
    public Task Send_ParentWhoStaysAnonymous_IsNeverAskedForAName() => browser.VisitAsync(Device.Desktop.InTheDark(), async visit =>
    {
        await visit.ReachCheckAsync("Nobody told us whom to ask about the heron.");
        await visit.SeesTextAsync("Anonymously");
        await visit.SeesTextAsync("Not answered");
        await visit.SendAsync();

        var response = (await browser.Site.ResponseWithAsync("about the heron")).ShouldBeOfType<AnonymousResponse>();
        response.Answers.Count.ShouldBe(1);
        (await browser.Site.DraftsAsync()).ShouldBe(0);
    });

    [Fact]
    public Task Send_EverythingSkipped_IsTaken() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, Journey.Questions);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        (await visit.SendAsync()).Length.ShouldBe("1234 5678 9012 3456".Length);
    });
}
