using Microsoft.EntityFrameworkCore;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class CodeTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string Heading = "What happened with your answers";

    [Fact]
    public Task Withdraw_WithTheCode_DeletesTheWords() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.ReachCheckAsync("I want to take this back later.");
        var code = await visit.SendAsync();
        var id = (await browser.Site.ResponseWithAsync("take this back later")).Id;

        await LookUpAsync(visit, code);
        await visit.SeesTextAsync("We have your answers. Nobody has read them yet.");
        await visit.LookAroundAsync();
        await visit.PressAsync("Take my answers back");
        await visit.SeesAsync("Take your answers back");
        await visit.PressAsync("Delete my answers");
        await visit.SeesAsync("Your answers are deleted");

        await LookUpAsync(visit, code.Replace(" ", "", StringComparison.Ordinal));
        await visit.SeesTextAsync("You took your answers back.");
        await visit.LookAroundAsync();
        var kept = await browser.Site.ReadAsync(db => db.SurveyResponses.Include(response => response.Answers).SingleAsync(response => response.Id == id));
        kept.State.ShouldBe(ResponseState.Withdrawn);
        kept.Answers.ShouldBeEmpty();
    });

    [Fact]
    public Task LookUp_UnknownCode_SaysSoAndKeepsIt() => browser.VisitAsync(Device.Phone.InTheDark(), async visit =>
    {
        await LookUpAsync(visit, "9753 1864 2097 5310");
        await visit.SeesProblemAsync("We cannot find that code. Check the 16 numbers and try again");
        (await visit.Box("Your code").InputValueAsync()).ShouldBe("9753 1864 2097 5310");
    });

    private static async Task LookUpAsync(Visit visit, string code)
    {
        await visit.GoToAsync("/feedback/code");
        await visit.SeesAsync(Heading);
        await visit.WriteAsync("Your code", code);
        await visit.PressAsync(Journey.Continue);
    }
}
