using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>"Skip this question" asks for no answer and takes back what was chosen, which no other press can. It never costs what was written.</summary>
public sealed class SkippingTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string Skip = "Skip this question";
    private const string Words = "Skipped, and kept all the same.";
    private const string Score = "2 disagree";

    /// <summary>Six questions in words and five scores.</summary>
    private const int Answers = 11;

    private static readonly string Statement = Journey.Statements(Audience.ParentCarer)[0];

    [Fact]
    public Task Skip_NothingWrittenOrChosen_IsNotAnswered() => browser.VisitAsync(Device.Phone, SkipEverythingAsync);

    [Fact]
    public Task Skip_NothingWrittenOrChosenWithoutScripts_IsNotAnswered() => browser.VisitAsync(Device.SmallPhone.WithoutScripts(), SkipEverythingAsync);

    [Fact]
    public Task Skip_SomethingWrittenAndChosen_KeepsTheWordsAlone() => browser.VisitAsync(Device.Phone, SkipWhatIsAnsweredAsync);

    [Fact]
    public Task Skip_SomethingWrittenAndChosenWithoutScripts_KeepsTheWordsAlone() => browser.VisitAsync(Device.SmallPhone.WithoutScripts(), SkipWhatIsAnsweredAsync);

    private static async Task SkipEverythingAsync(Visit visit)
    {
        await ReachFirstQuestionAsync(visit);
        await visit.PressAsync(Skip);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.PressAsync(Skip);
        await visit.SeesQuestionAsync(3);

        await visit.PressAsync("Back");
        await visit.SeesQuestionAsync(Journey.Scores);
        await Expect(visit.Main.Locator(":checked")).ToHaveCountAsync(0);
        await visit.PressAsync("Back");
        await visit.SeesQuestionAsync(1);
        await Expect(visit.Box(Journey.Answer)).ToBeEmptyAsync();

        await SkipToCheckAsync(visit);
        await Expect(visit.Main.GetByText("Not answered", new() { Exact = true })).ToHaveCountAsync(Answers);
        await visit.SendAsync();
    }

    private static async Task SkipWhatIsAnsweredAsync(Visit visit)
    {
        await ReachFirstQuestionAsync(visit);
        await visit.WriteAsync(Journey.Answer, Words);
        await visit.PressAsync(Skip);
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.ChooseAsync(Statement, Score);
        await visit.PressAsync(Skip);
        await visit.SeesQuestionAsync(3);

        await visit.PressAsync("Back");
        await visit.SeesQuestionAsync(Journey.Scores);
        await Expect(visit.Main.Locator(":checked")).ToHaveCountAsync(0);
        await visit.PressAsync("Back");
        await visit.SeesQuestionAsync(1);
        await Expect(visit.Box(Journey.Answer)).ToHaveValueAsync(Words);

        await SkipToCheckAsync(visit);
        await visit.SeesTextAsync(Words);
        await Expect(visit.Main.GetByText("Not answered", new() { Exact = true })).ToHaveCountAsync(Answers - 1);
    }

    private static async Task ReachFirstQuestionAsync(Visit visit)
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
    }

    private static async Task SkipToCheckAsync(Visit visit)
    {
        for (var question = 1; question <= Journey.Questions; question++)
        {
            await visit.SeesQuestionAsync(question);
            await visit.PressAsync(Skip);
        }

        await visit.SeesAsync(Journey.CheckHeading);
    }
}
