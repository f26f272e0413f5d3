using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class ReleaseTests(StaffSite site)
{
    private const string Secret = "Zbyszko";
    private static readonly string Key = Decisions.KeyOf(0);
    private static readonly ScaleGroupQuestion Scores = Responses.ParentCarer.Questions.OfType<ScaleGroupQuestion>().Single();

    [Fact]
    public async Task Release_Named_CopiesWhatThePageShowedAndNothingHidden()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveNamedAsync("Krystal Adeyemi", answers: [Decisions.Words($"{Secret} likes her."), (Scores.Items[0].Key, AnswerValue.OfScore(5))]);
        var browser = await SignInAsync();
        await browser.ReadAsync(response.Id);
        await browser.MatchAsync(response.Id, worker);
        await browser.HideAsync(response.Id, Key, Secret);
        await browser.FinishHidingAsync(response.Id);

        var before = browser.Page;
        var page = await browser.SubmitAsync(Decisions.Release, ("Reason", "Good to hear"));

        before.Document.QuerySelector(".practice-released .practice-answers__text")!.TextContent.ShouldBe("[name] likes her.");
        before.Text.ShouldNotContain(Secret);
        before.Text.ShouldContain("Krystal Adeyemi");
        page.Heading.ShouldBe("Released");
        page.Text.ShouldContain($"Released on {StaffWords.Of(site.Today())} by Ada Quill.");
        page.Text.ShouldContain("Why: Good to hear");
        var release = (await site.ReleaseOfAsync(response.Id))!;
        (release.Decision, release.WorkerId, release.Tier, release.ReceivedOn, release.ReceivedMonth).ShouldBe(
            (ReleaseDecision.Released, worker.Id, Tier.Named, site.Today(), response.ReceivedMonth));
        release.RespondentName.ShouldNotBeNull();
        release.TextOf(Key).ShouldBe("[name] likes her.");
        release.Excerpts.Single(e => e.QuestionKey == Scores.Items[0].Key).Score.ShouldBe(5);
        (await site.AuditedAsync(AuditEventKind.ResponseReleased, response.Id)).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.SurveyAnswers.SingleAsync(a => a.ResponseId == response.Id && a.QuestionKey == Key))).Text.ShouldBe($"{Secret} likes her.");
    }

    [Fact]
    public async Task Get_NothingDoneYet_SaysEverythingThatIsMissing()
    {
        var response = await site.ReceiveWorkerOnlyAsync(answers: Decisions.Words("She listens."));

        var page = await (await SignInAsync()).GetAsync($"/collation/{response.Id}/release");

        Reasons(page).ShouldBe(
        [
            $"{CollationWords.Of(NotReleasable.NotRead)} Read it",
            $"{CollationWords.Of(NotReleasable.WorkerNotMatched)} Match it",
            $"{CollationWords.Of(NotReleasable.RedactionNotDone)} Hide what must be hidden",
        ]);
        HasButton(page, Decisions.Release).ShouldBeFalse();
    }

    [Fact]
    public async Task Get_Anonymous_IsNeverReleasedOrWithheld()
    {
        var response = await site.ReceiveAnonymousAsync(answers: Decisions.Words("She listens."));
        var browser = await SignInAsync();
        await browser.ReadAsync(response.Id);

        var page = await browser.GetAsync($"/collation/{response.Id}/release");

        Reasons(page).ShouldBe([CollationWords.Of(NotReleasable.Anonymous)]);
        page.Text.ShouldNotContain("She listens.");
        HasButton(page, Decisions.Release).ShouldBeFalse();
        (await browser.GetAsync($"/collation/{response.Id}/withhold")).Path.ShouldBe($"/collation/{response.Id}/release");
    }

    [Theory]
    [InlineData("release", Tier.Anonymous)]
    [InlineData("withhold", Tier.Anonymous)]
    [InlineData("release", Tier.WorkerOnly)]
    public async Task Post_ForgedForWhatMayNotBeReleased_WritesNothing(string act, Tier tier)
    {
        SurveyResponse response = tier == Tier.Anonymous
            ? await site.ReceiveAnonymousAsync(answers: Decisions.Words("She listens."))
            : await site.ReceiveWorkerOnlyAsync(answers: Decisions.Words("She listens."));
        var browser = await SignInAsync();
        await browser.GetAsync("/staff/sign-out");
        var token = browser.Page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await browser.PostAsync($"/collation/{response.Id}/{act}", [("__RequestVerificationToken", token), ("Version", "0"), ("Reason", "because")]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.ReleaseOfAsync(response.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Release_WorkerOnly_TakesTwoPeopleAndKeepsNoRespondent()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveWorkerOnlyAsync(answers: Decisions.Words("She listens."));
        var first = await SignInAsync();
        await first.PrepareAsync(response.Id, worker);
        var second = await SignInAsync();

        Reasons(await first.GetAsync($"/collation/{response.Id}/release")).ShouldBe([CollationWords.Of(NotReleasable.SamePersonHidAndReleases)]);
        (await second.ReleaseAsync(response.Id)).Heading.ShouldBe("Released");

        var release = (await site.ReleaseOfAsync(response.Id))!;
        (release.Tier, release.RespondentName, release.ReceivedOn).ShouldBe((Tier.WorkerOnly, null, null));
    }

    [Fact]
    public async Task Release_ScoresOnly_CopiesNoWordsAndNeedsNoHiding()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveWorkerOnlyAsync(scoresOnly: true, answers: [Decisions.Words("Not for her."), (Scores.Items[1].Key, AnswerValue.OfScore(2))]);
        var browser = await SignInAsync();
        await browser.ReadAsync(response.Id);
        await browser.MatchAsync(response.Id, worker);

        var page = await browser.ReleaseAsync(response.Id);

        page.Text.ShouldNotContain("Not for her.");
        page.Text.ShouldContain("Not shared, or not answered");
        var release = (await site.ReleaseOfAsync(response.Id))!;
        release.ScoresOnly.ShouldBeTrue();
        release.Excerpts.Select(e => (e.QuestionKey, e.Text, e.Score)).ShouldBe([(Scores.Items[1].Key, null, 2)]);
    }

    [Fact]
    public async Task Release_PressedTwiceAndByMany_IsWrittenOnce()
    {
        var (response, browser) = await ReadyAsync();
        var opened = await browser.GetAsync($"/collation/{response.Id}/release");

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.NewTab().SubmitAsync(opened, Decisions.Release)));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Where(page => page.Status != HttpStatusCode.OK).ShouldAllBe(page => page.Errors.Single() == Standing.ChangedMeanwhile);
        (await site.AuditedAsync(AuditEventKind.ResponseReleased, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Release_ChangedMeanwhile_IsToldNotReleasedAndKeepsTheReason()
    {
        var (response, browser) = await ReadyAsync();
        var opened = await browser.GetAsync($"/collation/{response.Id}/release");
        await browser.HideAsync(response.Id, Key, "listens");

        var page = await browser.SubmitAsync(opened, Decisions.Release, ("Reason", "My reason"));

        page.Errors.ShouldBe([Standing.ChangedMeanwhile]);
        (await site.ReleaseOfAsync(response.Id)).ShouldBeNull();
        await browser.FinishHidingAsync(response.Id);
        var stale = await browser.SubmitAsync(opened, Decisions.Release, ("Reason", "My reason"));
        stale.Document.QuerySelector("#Reason")!.TextContent.Trim().ShouldBe("My reason");
    }

    [Fact]
    public async Task ReleaseAgain_AfterMoreIsHidden_TakesTheAnswerOutAtOnceAndPutsItBackCorrected()
    {
        var (response, browser) = await ReadyAsync();
        await browser.ReleaseAsync(response.Id);
        await browser.HideAsync(response.Id, Key, "listens");
        browser.Page.Text.ShouldContain("This is released.");
        (await site.ReleaseOfAsync(response.Id))!.TextOf(Key).ShouldBe(ReleasedExcerpt.BeingCorrected);
        await browser.FinishHidingAsync(response.Id);

        await browser.SubmitAsync("Release again");

        (await site.ReleaseOfAsync(response.Id))!.TextOf(Key).ShouldBe("She [name].");
        (await site.AuditedAsync(AuditEventKind.ReleaseCorrected, response.Id)).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.ResponseReleased, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Undo_Released_DeletesEveryCopyAndCanBeReleasedAgain()
    {
        var (response, browser) = await ReadyAsync();
        await browser.ReleaseAsync(response.Id);
        await browser.FollowAsync("Undo the release");
        (await browser.SubmitAsync("Undo the release")).Errors.ShouldBe(["Say why the release is undone"]);

        await browser.SubmitAsync("Undo the release", ("Reason", "A name was left"));

        var undone = (await site.ReleaseOfAsync(response.Id))!;
        (undone.Decision, undone.Excerpts.Count, undone.RespondentName, undone.Reason).ShouldBe((ReleaseDecision.Withheld, 0, null, "A name was left"));
        (await site.AuditedAsync(AuditEventKind.ReleaseUndone, response.Id)).ShouldBe(1);
        (await browser.ReleaseAsync(response.Id)).Heading.ShouldBe("Released");
        (await site.ReleaseOfAsync(response.Id))!.Excerpts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Withhold_WithAReason_IsKeptAndCanBeReleasedLater()
    {
        var (response, browser) = await ReadyAsync();
        await browser.GetAsync($"/collation/{response.Id}/withhold");
        (await browser.SubmitAsync("Withhold it", ("Reason", " "))).Errors.ShouldBe(["Say why it is withheld"]);

        await browser.SubmitAsync("Withhold it", ("Reason", "<script>alert(1)</script>"));

        browser.Page.Text.ShouldContain("Why: <script>alert(1)</script>");
        browser.Page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
        (await site.ReleaseOfAsync(response.Id))!.Decision.ShouldBe(ReleaseDecision.Withheld);
        (await site.AuditedAsync(AuditEventKind.ResponseWithheld, response.Id)).ShouldBe(1);
        (await browser.GetAsync($"/collation/{response.Id}/withhold")).Path.ShouldBe($"/collation/{response.Id}/release");
        (await browser.ReleaseAsync(response.Id)).Heading.ShouldBe("Released");
    }

    [Fact]
    public async Task ReleaseAndWithhold_AtTheSameMoment_OneWins()
    {
        var (response, browser) = await ReadyAsync();
        var release = await browser.GetAsync($"/collation/{response.Id}/release");
        var withhold = await browser.GetAsync($"/collation/{response.Id}/withhold");

        var pages = await Task.WhenAll(
            browser.NewTab().SubmitAsync(release, Decisions.Release), browser.NewTab().SubmitAsync(withhold, "Withhold it", ("Reason", "Not now")));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Single(page => page.Status != HttpStatusCode.OK).Errors.ShouldBe([Standing.ChangedMeanwhile]);
    }

    [Theory]
    [InlineData("withhold", "Withhold it")]
    [InlineData("release", Decisions.Release)]
    public async Task Reason_RepeatsHiddenWordsOrIsTooLong_IsRefused(string act, string button)
    {
        var (response, browser) = await ReadyAsync(hide: "listens");
        await browser.GetAsync($"/collation/{response.Id}/{act}");

        (await browser.SubmitAsync(button, ("Reason", "She LISTENS they say"))).Errors.ShouldBe([DecisionReason.RepeatsHiddenWords]);
        (await browser.SubmitAsync(button, ("Reason", new string('x', Release.ReasonMaxLength + 1)))).Errors.ShouldBe([DecisionReason.TooLong]);

        browser.Page.Document.QuerySelector("#Reason")!.TextContent.Trim().Length.ShouldBe(Release.ReasonMaxLength + 1);
        (await site.ReleaseOfAsync(response.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task EveryPage_UnknownOrWithdrawn_IsNotThere()
    {
        var (response, browser) = await ReadyAsync();
        var opened = await browser.GetAsync($"/collation/{response.Id}/release");
        await site.WithdrawAsync(response.Id);

        (await browser.SubmitAsync(opened, Decisions.Release)).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var id in new[] { response.Id, Guid.NewGuid() })
        {
            foreach (var act in new[] { "release", "withhold", "undo-release" })
            {
                (await browser.GetAsync($"/collation/{id}/{act}")).Status.ShouldBe(HttpStatusCode.NotFound);
            }
        }

        (await site.ReleaseOfAsync(response.Id)).ShouldBeNull();
    }

    private async Task<(NamedResponse Response, PageClient Browser)> ReadyAsync(string? hide = null)
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveNamedAsync(answers: Decisions.Words("She listens."));
        var browser = await SignInAsync();
        if (hide is not null)
        {
            await browser.HideAsync(response.Id, Key, hide);
        }

        await browser.PrepareAsync(response.Id, worker);
        return (response, browser);
    }

    private Task<PageClient> SignInAsync() => site.SignInAsync(Role.QualityAssurance);

    private static IEnumerable<string> Reasons(Page page) => page.Document.QuerySelectorAll(".practice-reasons li").Select(li => PageText.Of(li));

    private static bool HasButton(Page page, string text) => page.Document.QuerySelectorAll("button").Any(button => PageText.Of(button) == text);

    public sealed class OnSqlite(SqliteSite site) : ReleaseTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ReleaseTests(site), IClassFixture<PostgreSqlSite>;
}
