using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using RelationalPractice.Anonymity;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.BrowserTests.Feedback;
using RelationalPractice.BrowserTests.Staff;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Jobs;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Invitations;

/// <summary>Two families come by a file and are asked. One answers by its own link and is left in peace; the other is reminded once.</summary>
public sealed class FromFileToAnswerTests(FromFileToAnswerTests.Trial browser) : IClassFixture<FromFileToAnswerTests.Trial>
{
    private const string QualityTeam = "qa@demo.example";
    private const string Worker = "Amara Okonedo-Pike";
    private const string WhoAnswers = "Verity Thistlewood";
    private const string WhoDoesNot = "Ignatius Pomfret";
    private const string Words = "She rang the day after, as she had said she would.";

    private static readonly InvitationSettings Usual = new();

    [Fact]
    public async Task Invitation_AnsweredByName_IsNotFollowedByAReminder()
    {
        await browser.Site.RestDemonstrationFamiliesAsync(LocalTime.Today(browser.Clock));
        await browser.VisitAsync(Device.Desktop, ImportAsync);
        await browser.VisitAsync(Device.Desktop, LetGoOutAsync);
        browser.Clock.Advance(Schedule.SendingInterval);
        await Until.TrueAsync(
            () => browser.Site.ReadAsync(async db => await db.OutgoingMessages.CountAsync(m => m.Kind == OutgoingMessageKind.Invitation && m.State == OutgoingMessageState.Sent) == 2),
            "both invitations went out");

        var link = "";
        await browser.VisitAsync(Device.Desktop, async visit => link = await ReadOutboxAsync(visit));
        await browser.VisitAsync(Device.Phone, visit => AnswerAsync(visit, link));
        var response = (await browser.Site.ResponseWithAsync(Words)).ShouldBeOfType<NamedResponse>();
        browser.Site.Reveal(response.RespondentName).ShouldBe(WhoAnswers);

        browser.Clock.Advance(TimeSpan.FromDays(Usual.ReminderAfterDays));
        await browser.VisitAsync(Device.Desktop, SeeWhoIsRemindedAsync);
    }

    private async Task ImportAsync(Visit visit)
    {
        var began = LocalTime.Today(browser.Clock).AddDays(-Usual.FirstAfterDays).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var csv = $"""
            Reference,Worker,Start,Name,Role,Mobile,Email
            LCS-9001,{Worker},{began},{WhoAnswers},Mother,07700 900901,
            LCS-9002,{Worker},{began},{WhoDoesNot},Grandfather,,ignatius@example.org
            LCS-9003,Nobody Of-That-Name,{began},Odo Quill,Father,07700 900902,
            """;
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync("/invitations/import");
        await visit.SeesAsync("Read in a file of families");
        await visit.Page.GetByLabel("CSV file", new() { Exact = true })
            .SetInputFilesAsync(new FilePayload { Name = "families.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await visit.PressAsync("Read it in");
        await visit.SeesAsync("Which column is what?");
        await visit.PressAsync("Look the file through");
        await visit.SeesAsync("What becomes of each line");
        await visit.SeesTextAsync("Nothing is kept yet. 2 lines fit.");
        await Expect(visit.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "Not taken" })).ToContainTextAsync("worker");
        await visit.PressAsync("Give this file up");
        await visit.SeesAsync("Do you want to give this file up?");
        await visit.PressAsync("No, go back to it");
        await visit.SeesAsync("What becomes of each line");
        await visit.PressAsync("Keep these");
        await visit.SeesAsync("Do you want to keep these lines?");
        await visit.SeesTextAsync("2 lines are kept, all of them together. 1 line is left out.");
        await visit.PressAsync("Keep these lines");
        await visit.SeesAsync("The file is kept");
    }

    private static async Task LetGoOutAsync(Visit visit)
    {
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync("/invitations");
        await visit.SeesAsync("Invitations");
        await visit.SeesTextAsync("Due now: 2");
        await Expect(Row(visit, WhoAnswers)).ToContainTextAsync("At the start: involvement began on");
        await Expect(Row(visit, WhoAnswers)).ToContainTextAsync("Text");
        await Expect(Row(visit, WhoDoesNot)).ToContainTextAsync("E-mail");
        await visit.PressAsync("Texts, price and sending");
        await visit.SeesAsync("Texts, price and sending");
        await visit.SeesTextAsync("2 invitations: 1 by text, 1 by e-mail.");
        await visit.PressAsync("Let these go out");
        await visit.SeesAsync("Invitations");
        await visit.SeesTextAsync("2 invitations will go out in the hours that are safe for each person.");
        await visit.SeesTextAsync("Due now: 0");
        await visit.PressAsync("A message to them waits to go out");
        await visit.SeesTextAsync(WhoAnswers);
        await visit.LookAroundAsync();
    }

    /// <returns>Where the link in the text leads.</returns>
    private static async Task<string> ReadOutboxAsync(Visit visit)
    {
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync("/invitations/messages");
        await visit.SeesAsync("Messages to families");
        await visit.PressAsync("See what would have been sent");
        await visit.SeesAsync("What would have been sent");
        await visit.SeesTextAsync("E-mail to ignatius@example.org");
        var text = visit.Main.Locator("section").Filter(new() { HasText = "Text to +447700900901" });
        await Expect(text).Not.ToContainTextAsync(Worker);
        var address = new Uri((await text.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!);
        address.GetLeftPart(UriPartial.Authority).ShouldBe(Trial.PublicAddress);
        return address.AbsolutePath;
    }

    private static async Task AnswerAsync(Visit visit, string link)
    {
        await visit.GoToAsync(link);
        await visit.SeesAsync(Journey.StartHeading);
        await visit.PressAsync("Stop these messages");
        await visit.LookAroundAsync();
        await visit.GoToAsync(link);
        await visit.PressAsync("Start");
        await visit.SeesAsync(Journey.LeavingHeading);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.HowHeading);
        await visit.SeesTextAsync("You came by a link that is yours alone.");
        await visit.GoByAsync(Tier.Named);
        await visit.SeesAsync(Journey.NamedHeading);
        await Expect(visit.Box("Your social worker’s name")).ToHaveValueAsync(Worker);
        await visit.WriteAsync("Your name", WhoAnswers);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Journey.Answer, Words);
        await visit.SkipAsync(1, Journey.Questions);
        await visit.PressAsync(Journey.Continue);
        await visit.SeesAsync(Journey.CheckHeading);
        await visit.SendAsync();
    }

    private static async Task SeeWhoIsRemindedAsync(Visit visit)
    {
        await visit.SignInAsync(QualityTeam);
        await visit.GoToAsync("/invitations");
        await visit.SeesAsync("Invitations");
        await visit.SeesTextAsync("Due now: 1");
        await Expect(Row(visit, WhoDoesNot)).ToContainTextAsync("Reminder: asked for");
        await Expect(Row(visit, WhoAnswers)).ToHaveCountAsync(0);
        await visit.PressAsync("Texts, price and sending");
        await visit.SeesTextAsync("1 reminder: 0 by text, 1 by e-mail.");
    }

    private static ILocator Row(Visit visit, string name) => visit.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    /// <summary>As on a developer's machine, where the outbox shows what would have gone out; it is ten in the morning of a working day.</summary>
    public sealed class Trial : SiteFixture
    {
        public const string PublicAddress = "https://feedback.demo.example";

        public ManualClock Clock { get; } =
            new(new DateTimeOffset(LocalTime.ToUtc(WorkingDays.After(LocalTime.Today(TimeProvider.System)), new TimeOnly(10, 0))));

        protected override TimeProvider SiteClock => Clock;

        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["environment"] = "Development",
            ["Families:PublicAddress"] = PublicAddress,
        };
    }
}

file static class Rest
{
    /// <summary>The demonstration's own families are not asked: what the pages count is this test's.</summary>
    public static Task<int> RestDemonstrationFamiliesAsync(this PracticeSite site, DateOnly today) => site.ReadAsync(db =>
        db.Families.ExecuteUpdateAsync(set => set.SetProperty(f => f.PausedUntil, today.AddMonths(6))));
}
