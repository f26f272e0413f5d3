using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Messaging;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Supervision;

public abstract class RecordTests(StaffSite site)
{
    private const string Save = "Save the supervision";

    [Fact]
    public async Task Save_Outcomes_AreKeptAuditedAndShown()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var talkedAbout = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var left = await released.WorkerOnlyAsync(7, Audience.ParentCarer, scoresOnly: false, ReleasedFeedback.Scores(2, 2, 2, 2, 2));
        var browser = await OpenAsync(released);

        var page = await browser.SubmitAsync(
            Save,
            ("Talks[0].Kinds", nameof(SupervisionOutcomeKind.Celebrated)),
            ("Talks[0].Kinds", nameof(SupervisionOutcomeKind.MeetingOffered)),
            ("Recognised", "She <b>stayed</b>."),
            ("FollowUpOn", TypedDay.Format(site.Today().AddDays(30))));

        page.Text.ShouldContain("The supervision is written down.");
        page.Document.QuerySelector(".practice-record__words")!.TextContent.ShouldBe("She <b>stayed</b>.");
        page.Text.ShouldContain($"Follow-up on {StaffWords.Of(site.Today().AddDays(30))}");
        var record = (await RecordsAsync(released)).ShouldHaveSingleItem();
        (record.ManagerId, record.HeldOn).ShouldBe((released.Manager.Id, site.Today()));
        record.Outcomes.Select(o => (o.ResponseId, o.Kind)).ShouldBe(
            [(talkedAbout, SupervisionOutcomeKind.Celebrated), (talkedAbout, SupervisionOutcomeKind.MeetingOffered)], ignoreOrder: true);
        record.Outcomes.ShouldAllBe(o => o.ResponseId != left);
        (await site.AuditedAsync(AuditEventKind.SupervisionRecorded, record.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Save_NamedWithAContact_PutsOneBlandMessageInTheQueue()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var named = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var unreachable = await released.NamedAsync("Ola Nordmann", null, 0, ReleasedFeedback.FiveFives);
        var workerOnly = await released.WorkerOnlyAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);

        await browser.SubmitAsync(Save, [.. Enumerable.Range(0, 3).Select(i => ($"Talks[{i}].Kinds", (string?)nameof(SupervisionOutcomeKind.Training)))]);

        (await RecordsAsync(released)).Single().Outcomes.Select(o => o.ResponseId).ShouldBe([named, unreachable, workerOnly], ignoreOrder: true);
        var message = (await MessagesAsync(named, unreachable, workerOnly)).ShouldHaveSingleItem();
        (message.Kind, message.ResponseId).ShouldBe((OutgoingMessageKind.SupervisionOutcome, named));
        site.Services.GetRequiredService<PersonalDataProtector>().Reveal(message.Contact).ShouldBe("07700 900123");
        message.Body.ShouldEndWith("/feedback/code");
        foreach (var telling in (string[])["social", "worker", "child", "supervision", released.Worker.Name, "Krystal", "training"])
        {
            message.Body.ShouldNotContain(telling, Case.Insensitive);
        }

        message.Body.Length.ShouldBeLessThan(160);
    }

    [Fact]
    public async Task Save_WhatCannotBe_IsSaidAndNothingTypedIsLost()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);

        var page = await browser.SubmitAsync(
            Save,
            ("HeldOn", TypedDay.Format(site.Today().AddDays(1))),
            ("Talks[0].Kinds", nameof(SupervisionOutcomeKind.NoAction)),
            ("Recognised", new string('w', SupervisionRecord.RecognisedMaxLength + 1)),
            ("FollowUpOn", TypedDay.Format(site.Today().AddDays(-1))));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(
        [
            "The supervision cannot be in the future: write it down afterwards",
            "Say why there is no action",
            $"What was recognised must be {SupervisionRecord.RecognisedMaxLength:N0} characters or fewer",
            "The follow-up must be after the supervision",
        ]);
        page.Document.QuerySelector("#Recognised")!.TextContent.Trim().Length.ShouldBe(SupervisionRecord.RecognisedMaxLength + 1);
        page.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")).ShouldBe([nameof(SupervisionOutcomeKind.NoAction)]);
        (await RecordsAsync(released)).ShouldBeEmpty();

        await browser.SubmitAsync(
            Save, ("HeldOn", "3 March 2020"), ("Talks[0].Because", new string('w', SupervisionOutcome.BecauseMaxLength + 1)), ("Recognised", ""), ("FollowUpOn", ""));
        browser.Page.Errors.ShouldBe(
        [
            $"The day of the supervision must be within the last {SupervisionRecord.WrittenWithinMonths} months",
            $"The reason must be {SupervisionOutcome.BecauseMaxLength} characters or fewer",
        ]);
    }

    [Theory]
    [InlineData(new string[0], null, "Tick what came of at least one family’s feedback")]
    [InlineData(new string[0], "Too little time", "Tick “No action”, or take the reason away")]
    [InlineData(new[] { "Training" }, "Too little time", "Tick “No action”, or take the reason away")]
    [InlineData(new[] { "Training", "NoAction" }, "Too little time", "Tick either “No action” or what was done")]
    public async Task Save_OutcomeThatDoesNotFit_IsSaid(string[] kinds, string? because, string error)
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);

        var page = await browser.SubmitAsync(Save, [.. kinds.Select(kind => ("Talks[0].Kinds", (string?)kind)), ("Talks[0].Because", because)]);

        page.Errors.ShouldBe([error]);
        (page.Document.GetElementById("Talks[0].Because")!.GetAttribute("value") ?? "").ShouldBe(because ?? "");
    }

    [Fact]
    public async Task Save_NoActionBecause_KeepsTheReason()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);

        var page = await browser.SubmitAsync(Save, ("Talks[0].Kinds", "NoAction"), ("Talks[0].Because", "It was settled long ago"));

        page.Text.ShouldContain("No action, because: It was settled long ago");
        (await RecordsAsync(released)).Single().Outcomes.Single().Because.ShouldBe("It was settled long ago");
    }

    [Fact]
    public async Task Save_SameFormTwice_IsKeptOnce()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);
        var form = browser.Page;

        await browser.SubmitAsync(form, Save, ("Talks[0].Kinds", "Training"));
        var again = await browser.SubmitAsync(form, Save, ("Talks[0].Kinds", "Training"));

        again.Text.ShouldContain("That supervision was written down before,");
        (await RecordsAsync(released)).ShouldHaveSingleItem();
        (await MessagesAsync(id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Save_SomebodyElseWasFirst_IsToldAndMaySaveBesideIt()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);
        await released.SupervisedAsync(id);

        var told = await browser.SubmitAsync(Save, ("Talks[0].Kinds", "Training"), ("Recognised", "Mine"));

        told.Status.ShouldBe(HttpStatusCode.BadRequest);
        told.Errors.ShouldHaveSingleItem().ShouldStartWith("Somebody else wrote down a supervision");
        told.Document.QuerySelector("#Recognised")!.TextContent.Trim().ShouldBe("Mine");
        (await RecordsAsync(released)).ShouldHaveSingleItem();
        (await browser.SubmitAsync(Save)).Text.ShouldContain("The supervision is written down.");
        (await RecordsAsync(released)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Save_AtTheSameMoment_OneWinsAndTheOtherIsTold()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await released.NamedAsync(ReleasedFeedback.FiveFives);
        var browsers = new List<PageClient>();
        for (var count = 0; count < 4; count++)
        {
            browsers.Add(await OpenAsync(released));
        }

        var pages = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync(Save, ("Talks[0].Kinds", "Training"))));

        pages.Count(page => page.Text.Contains("The supervision is written down.")).ShouldBe(1);
        pages.Count(page => page.Status == HttpStatusCode.BadRequest).ShouldBe(3);
        (await RecordsAsync(released)).ShouldHaveSingleItem();
        (await MessagesAsync(id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Save_TakenBackMeanwhile_IsToldAndTheRestStays()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var takenBack = await released.NamedAsync(ReleasedFeedback.FiveFives);
        await released.WorkerOnlyAsync(90, Audience.ParentCarer, scoresOnly: false, ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(released);
        await released.TakeBackAsync(takenBack);

        var page = await browser.SubmitAsync(Save, ("Talks[0].Kinds", "Training"), ("Talks[1].Kinds", "Celebrated"), ("Recognised", "Mine"));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Some of the feedback is not here any more");
        page.Document.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["Celebrated"]);
        page.Document.QuerySelector("#Recognised")!.TextContent.Trim().ShouldBe("Mine");
        (await site.AuditedAsync(AuditEventKind.EntryRefused, takenBack)).ShouldBe(0);
        (await RecordsAsync(released)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_FeedbackOfAnotherTeam_IsRefusedAndWrittenDown()
    {
        var own = await ReleasedFeedback.OfNewTeamAsync(site);
        await own.NamedAsync(ReleasedFeedback.FiveFives);
        var other = await ReleasedFeedback.OfNewTeamAsync(site);
        var foreign = await other.NamedAsync(ReleasedFeedback.FiveFives);
        var browser = await OpenAsync(own);

        var page = await browser.ForgeAsync(Save, ("Talks[0].ResponseId", foreign.ToString()), ("Talks[0].Kinds", "Training"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldNotContain(foreign.ToString());
        (await site.AuditedAsync(AuditEventKind.EntryRefused, foreign)).ShouldBe(1);
        (await RecordsAsync(other)).ShouldBeEmpty();
        (await MessagesAsync(foreign)).ShouldBeEmpty();
    }

    private static async Task<PageClient> OpenAsync(ReleasedFeedback released)
    {
        var browser = await released.AsManagerAsync();
        (await browser.GetAsync(SupervisionLinks.Record(released.Worker.Id))).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    private Task<List<SupervisionRecord>> RecordsAsync(ReleasedFeedback released) =>
        site.InDatabaseAsync(db => db.SupervisionRecords.Include(r => r.Outcomes).Where(r => r.WorkerId == released.Worker.Id).ToListAsync());

    private Task<List<OutgoingMessage>> MessagesAsync(params Guid[] responseIds) =>
        site.InDatabaseAsync(db => db.OutgoingMessages.Where(m => responseIds.Contains(m.ResponseId!.Value)).ToListAsync());

    public sealed class OnSqlite(SqliteSite site) : RecordTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : RecordTests(site), IClassFixture<PostgreSqlSite>;
}
