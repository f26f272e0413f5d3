using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

public sealed class ProblemPagesTests(ProblemPagesTests.Strict browser) : IClassFixture<ProblemPagesTests.Strict>
{
    [Fact]
    public Task Open_AddressThatIsNone_SaysSo() => browser.VisitAsync(Device.Phone, async visit =>
    {
        visit.ExpectStatus(404);
        await visit.GoToAsync("/nowhere");
        await visit.SeesAsync("We cannot find that page");
        await visit.PressAsync("Go to the first page");
        await visit.SeesAsync(Journey.StartHeading);
    });

    [Fact]
    public Task Open_CodeThatIsNone_StillLetsPeopleStart() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.GoToAsync("/f/NNN999");
        await visit.SeesAsync(Journey.StartHeading);
        await visit.SeesTextAsync("That address is not in use any more, or has a letter that is different.");
    });

    [Fact]
    public Task Open_StepWithoutACookie_SaysWhatIsMissing() => browser.VisitAsync(Device.Phone.InTheDark(), async visit =>
    {
        visit.ExpectStatus(400);
        await visit.GoToAsync("/feedback/question/situation");
        await visit.SeesAsync("We cannot find your answers");
    });

    [Fact]
    public Task Continue_DraftGone_SaysSoAndShowsWhatWasTyped() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "Typed after the day was over.");
        await browser.Site.ForgetDraftsAsync();
        visit.ExpectStatus(410);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync("Your answers are not here any more");
        await Expect(visit.Page.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Typed after the day was over.");
    });

    [Fact]
    public Task LookUp_TooManyCodes_AsksForPatienceAndShowsTheCodeToNobody() => browser.VisitAsync(Device.Phone, async visit =>
    {
        visit.ExpectStatus(429);
        for (var attempt = 0; attempt <= Strict.Codes; attempt++)
        {
            await visit.GoToAsync("/feedback/code");
            await visit.WriteAsync("Your code", "9753 1864 2097 5310");
            await visit.PressAsync(Journey.Continue);
            await visit.Page.WaitForLoadStateAsync(LoadState.Load);
        }

        await visit.SeesAsync("Wait a minute, then try again");
        await Expect(visit.Page.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await Expect(visit.Main.Locator("input[name=code]")).ToHaveValueAsync("9753 1864 2097 5310");
    });

    [Fact]
    public Task Continue_FarTooMuchAtOnce_SaysSo() => browser.VisitAsync(Device.Desktop, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.Box(Journey.Answer).EvaluateAsync("box => box.value = 'All of it. '.repeat(150000)");
        visit.ExpectStatus(413);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync("That was too much to send at once");
    });

    [Fact]
    public Task Continue_DatabaseAway_KeepsTheWordsUntilItIsBack() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, "Written while nothing could be saved.");
        visit.ExpectStatus(503);
        await browser.Database.TakeAwayAsync();
        try
        {
            await visit.PressAsync(Journey.Continue);
            await visit.SeesAsync("We could not save that just now");
            await Expect(visit.Box("What you wrote")).ToHaveValueAsync("Written while nothing could be saved.");
        }
        finally
        {
            await browser.Database.BringBackAsync();
        }

        await visit.PressAsync("Try again");
        await visit.SeesQuestionAsync(Journey.Scores);
        await visit.PressAsync("Back");
        await Expect(visit.Box(Journey.Answer)).ToHaveValueAsync("Written while nothing could be saved.");
    });

    public sealed class Strict : SiteFixture
    {
        public const int Codes = 2;

        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:CodesPerTenMinutes"] = $"{Codes}" };
    }
}
