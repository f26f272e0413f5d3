using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class NamedParentTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    [Fact]
    public Task Send_ParentWhoGivesNames_IsKeptWithThem() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.WriteAsync("Your name", "Rosalind Achebe");
        await visit.WriteAsync("A safe way to answer you", "07700 900123");
        await visit.WriteAsync("Your social worker’s name", "Amara");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "She has been with us since spring.");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(Journey.Scores);
        foreach (var statement in Journey.Statements(Audience.ParentCarer))
        {
            await visit.ChooseAsync(statement, "4 agree");
        }

        await visit.LookAroundAsync();
        await visit.PressAsync(Journey.Continue);
        await visit.AnswerTheRestAsync(from: 3, "She listens, and she comes when she says she will.");
        await visit.SeesTextAsync("Rosalind Achebe");
        await visit.SeesTextAsync("4 – agree");
        await visit.SendAsync();

        var response = (await browser.Site.ResponseWithAsync("with us since spring")).ShouldBeOfType<NamedResponse>();
        browser.Site.Reveal(response.RespondentName).ShouldBe("Rosalind Achebe");
        browser.Site.Reveal(response.Contact).ShouldBe("07700 900123");
        browser.Site.Reveal(response.WorkerNameTyped).ShouldBe("Amara");
        response.Answers.Count(answer => answer.Score == 4).ShouldBe(5);
        response.Answers.Count(answer => answer.Text is not null).ShouldBe(6);
    });

    [Fact]
    public Task Continue_NothingChosen_SaysSoAndKeepsWaiting() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.PressAsync(Journey.Continue);
        await visit.SeesProblemAsync("Choose how you want to give feedback");
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
    });

    [Fact]
    public Task Continue_NameTooLong_SaysSoAndKeepsWhatWasTyped() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var name = new string('r', 101);
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.WriteAsync("Your name", name);
        await visit.WriteAsync("Your social worker’s name", "Amara");
        await visit.PressAsync(Journey.Continue);
        await visit.SeesProblemAsync("Your name can have up to 100 characters. This has 101.");
        (await visit.Box("Your name").InputValueAsync()).ShouldBe(name);
        (await visit.Box("Your social worker’s name").InputValueAsync()).ShouldBe("Amara");
    });

    [Fact]
    public Task Continue_AnswerTooLong_SaysSoAndKeepsWhatWasTyped() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var words = string.Concat(Enumerable.Repeat("She came when she said she would. ", 150)).Trim();
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, words);
        await visit.SeesTextAsync($"You have {words.Length - 5000} characters too many");
        await visit.PressAsync(Journey.Continue);
        await Microsoft.Playwright.Assertions.Expect(visit.ErrorSummary).ToBeVisibleAsync();
        await visit.LookAroundAsync();
        (await visit.Box(Journey.Answer).InputValueAsync()).ShouldBe(words);
    });
}
