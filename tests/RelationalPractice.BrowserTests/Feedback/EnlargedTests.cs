using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>At 400 % nothing may need scrolling sideways; every page a visit sees is held to that (<see cref="Visit.LookAroundAsync"/>).</summary>
public sealed class EnlargedTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    /// <summary>What people paste: an address without one gap.</summary>
    private static readonly string Unbroken = "https://example.org/" + new string('w', 300);

    [Fact]
    public Task Send_ParentWithUnbrokenWords_FitsOnEveryPage() => browser.VisitAsync(Device.Enlarged, async visit =>
    {
        await visit.StartAsync();
        await visit.PressAsync(Journey.Continue);
        await visit.SeesProblemAsync("Choose how you want to give feedback");
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.WriteAsync("Your name", Unbroken[..100]);
        await visit.WriteAsync("A safe way to answer you", Unbroken[..200]);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, Unbroken);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.PressAsync(Journey.Continue);
        await visit.AnswerTheRestAsync(from: 3, Unbroken);
        await visit.SendAsync();

        (await browser.Site.ResponseWithAsync(Unbroken)).ShouldBeOfType<NamedResponse>();
    });

    [Fact]
    public Task Look_YoungPeoplesDials_Fit() => browser.VisitAsync(Device.Enlarged, async visit =>
    {
        await visit.StartAsync(Audience.YoungPerson);
        await visit.GoByAsync(Tier.Anonymous, Audience.YoungPerson);
        await visit.SeesQuestionAsync(1);
        await visit.SkipAsync(1, Journey.Scores);
        await visit.ChooseAsync(Journey.Statements(Audience.YoungPerson)[4], "not at all");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.SupportHeading);
    });
}
