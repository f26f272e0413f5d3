using Microsoft.Playwright;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Feedback;
using RelationalPractice.BrowserTests.Staff;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Supervision;

/// <summary>The whole way of one family's words: to the quality team, to the worker and the manager, and back to the family.</summary>
public sealed class FromFamilyToWorkerTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    private const string Worker = "Amara Okonedo-Pike";
    private const string Manager = "manager@demo.example";
    private const string QualityTeam = "qa@demo.example";
    private const string Neighbour = "Wilhelmina";

    [Fact]
    public Task Feedback_ByMouse_ReachesTheWorkerAndComesBackToTheFamily() => FollowAsync("Rosalind Achebe", "next door says", keyboardAlone: false);

    [Fact]
    public Task Feedback_ByKeyboardAlone_ReachesTheWorkerAndComesBackToTheFamily() => FollowAsync("Perpetua Lindqvist", "over the road says", keyboardAlone: true);

    private async Task FollowAsync(string family, string words, bool keyboardAlone)
    {
        var code = "";
        await browser.VisitAsync(Device.Phone, async visit => code = await GiveAsync(visit, family, $"{Neighbour} {words} she listens to us."));
        var id = (await browser.Site.ResponseWithAsync(words)).Id;

        await browser.VisitAsync(Device.Desktop, visit => ReleaseAsync(new Hand(visit, keyboardAlone), id, words));
        await browser.VisitAsync(Device.Desktop, visit => TalkAsync(new Hand(visit, keyboardAlone), family, words));
        await browser.VisitAsync(Device.Phone, visit => ReplyAsync(new Hand(visit, keyboardAlone), family, words));
        await browser.VisitAsync(Device.Phone, async visit =>
        {
            await visit.GoToAsync("/feedback/code");
            await visit.WriteAsync("Your code", code);
            await visit.PressAsync(Journey.Continue);
            await visit.SeesTextAsync("They offered to meet you.");
            await visit.LookAroundAsync();
        });
    }

    private static async Task<string> GiveAsync(Visit visit, string name, string words)
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await visit.WriteAsync("Your name", name);
        await visit.WriteAsync("A safe way to answer you", "07700 900123");
        await visit.WriteAsync("Your social worker’s name", Worker);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, words);
        await visit.SkipAsync(1, Journey.Questions);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        return await visit.SendAsync();
    }

    private static async Task ReleaseAsync(Hand hand, Guid id, string words)
    {
        var visit = hand.Visit;
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync($"/collation/{id}");
        await visit.SeesTextAsync(Neighbour);
        await visit.LookAroundAsync();
        await hand.PressAsync("Mark as read");
        await visit.SeesTextAsync("Marked as read.");

        await visit.GoToAsync($"/collation/{id}");
        await hand.PressAsync("Match the worker");
        await visit.SeesAsync("Whom does the family mean?");
        await visit.SeesTextAsync(Worker);
        await hand.TickAsync(visit.Main.GetByRole(AriaRole.Radio).First);
        await hand.PressAsync("Save");
        await visit.SeesTextAsync("The worker is saved.");

        await visit.SeesAsync("Hide words");
        await hand.HideFirstWordAsync(visit.Main.Locator("[data-redact]").First, Neighbour);
        await visit.SeesTextAsync($"“{Neighbour}” as [name]");
        await visit.LookAroundAsync();
        var leave = visit.Main.Locator("button[name=Leave]");
        while (await leave.CountAsync() is > 0 and var open)
        {
            await hand.PressAsync(leave.First);
            await Expect(leave).ToHaveCountAsync(open - 1);
        }

        await visit.GoToAsync($"/collation/{id}/hide");
        await visit.SeesAsync("Hide words by typing them");
        await visit.GoToAsync($"/collation/{id}/withhold");
        await visit.LookAroundAsync();
        await visit.GoToAsync($"/collation/{id}/redact");
        await hand.PressAsync("All that must be hidden is hidden");
        await visit.SeesAsync("Release or withhold");
        await visit.SeesTextAsync($"[name] {words}");
        await hand.PressAsync("Release to supervision");
        await visit.SeesAsync("Released");
        await visit.GoToAsync($"/collation/{id}/undo-release");
        await visit.LookAroundAsync();
    }

    private static async Task TalkAsync(Hand hand, string family, string words)
    {
        var visit = hand.Visit;
        await visit.SignInAsync(Manager);
        await hand.PressAsync("Your teams");
        await visit.SeesAsync("Feedback for supervision");
        await hand.PressAsync(Worker);
        await visit.SeesAsync($"Feedback about {Worker}");
        await hand.PressAsync(OfFamily(visit, family));
        await visit.SeesAsync("What a family wrote");
        await SeesRedactedAsync(visit, words);
        await hand.PressAsync("Back to the worker’s feedback");

        await hand.PressAsync("Write down a supervision");
        await visit.SeesAsync($"Write down a supervision with {Worker}");
        var talk = visit.Main.GetByRole(AriaRole.Group).Filter(new() { HasText = family });
        await hand.TickAsync(talk.GetByRole(AriaRole.Checkbox, new() { Name = "Meeting with the family offered" }));
        await hand.WriteAsync("What was recognised", "That she listens.");
        await hand.PressAsync("Save the supervision");
        await visit.SeesTextAsync("The supervision is written down.");
        await visit.LookAroundAsync();
    }

    private static async Task ReplyAsync(Hand hand, string family, string words)
    {
        var visit = hand.Visit;
        await visit.SignInAsync("worker@demo.example");
        await hand.PressAsync("Your feedback");
        await visit.SeesAsync("Feedback about your work");
        await hand.PressAsync(OfFamily(visit, family));
        await visit.SeesAsync("What a family wrote");
        await SeesRedactedAsync(visit, words);
        await hand.PressAsync("Back to your feedback");
        await hand.PressAsync(visit.Main.GetByRole(AriaRole.Link, new() { Name = "Reply" }).First);
        await visit.SeesAsync("Your reply");
        await hand.WriteAsync("In your own words", "Thank you. I will ring them.");
        await hand.PressAsync("Save your reply");
        await visit.SeesTextAsync("Your reply is saved.");
    }

    private static ILocator OfFamily(Visit visit, string family) => visit.Main.GetByRole(AriaRole.Link, new() { Name = family }).First;

    private static async Task SeesRedactedAsync(Visit visit, string words)
    {
        await visit.SeesTextAsync($"[name] {words}");
        (await visit.Page.ContentAsync()).ShouldNotContain(Neighbour);
    }
}
