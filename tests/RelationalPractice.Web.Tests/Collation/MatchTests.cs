using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class MatchTests(StaffSite site)
{
    [Fact]
    public async Task Get_NameAsTyped_RanksWorkersWithReasonsAndTheirTeam()
    {
        var okafor = await site.EmployAsync("Ngozi Okafor-Lind");
        var gone = await site.EmployAsync("Ngozi Okafor Lind", leftOn: new DateOnly(2030, 3, 3), okafor.TeamId);
        var response = await site.ReceiveNamedAsync(workerName: "Mrs ngozi Okafor Lind <b>");

        var page = await OpenAsync(response.Id);

        var labels = Labels(page);
        labels[0].ShouldStartWith("Ngozi Okafor-Lind, Team ");
        labels.IndexOf(labels.Single(l => l.StartsWith("Ngozi Okafor Lind, ", StringComparison.Ordinal))).ShouldBeGreaterThan(0);
        labels[^2..].ShouldBe(["Not known", "More than one worker"]);
        page.Text.ShouldContain("Left on 3 March 2030.");
        page.Text.ShouldContain("The same");
        page.Text.ShouldContain("They typed: Mrs ngozi Okafor Lind <b>");
        page.Document.QuerySelectorAll("input[name=Choice][checked]").ShouldBeEmpty();
        gone.ShouldNotBeNull();
    }

    [Fact]
    public async Task Save_Worker_IsKeptAndAudited()
    {
        var worker = await site.EmployAsync("Perpetua Quillfeather");
        var response = await site.ReceiveWorkerOnlyAsync("Perpetua");
        var browser = await SignInAsync();

        var page = await browser.MatchAsync(response.Id, worker);

        page.Path.ShouldBe($"/collation/{response.Id}/redact?done=Matched");
        (await StoredAsync(response.Id)).ShouldBe((WorkerMatch.One, worker.Id));
        (await site.AuditedAsync(AuditEventKind.WorkerMatched, response.Id)).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.CollationRecords.SingleAsync(r => r.ResponseId == response.Id))).Version.ShouldBe(1);
        (await browser.GetAsync($"/collation/{response.Id}/match")).Document.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe(worker.Id.ToString());
        browser.Page.Text.ShouldContain("Decided so far: Perpetua Quillfeather");
    }

    [Theory]
    [InlineData(WorkerOptions.NotKnown, WorkerMatch.NotKnown)]
    [InlineData(WorkerOptions.MoreThanOne, WorkerMatch.MoreThanOne)]
    public async Task Save_NobodyOrSeveral_AreAnswersToo(string choice, WorkerMatch match)
    {
        var worker = await site.EmployAsync("Alma Truscott");
        var response = await site.ReceiveNamedAsync();
        var browser = await SignInAsync();
        await browser.MatchAsync(response.Id, worker);
        await browser.GetAsync($"/collation/{response.Id}/match");

        await browser.SubmitAsync("Save", ("Choice", choice));

        (await StoredAsync(response.Id)).ShouldBe((match, null));
    }

    [Fact]
    public async Task Search_AnotherName_IsFoundWithoutStandingInTheAddress()
    {
        await site.EmployAsync("Zebedee Underhill-Marsh");
        var response = await site.ReceiveNamedAsync(workerName: "somebody else");
        var browser = await SignInAsync();
        await browser.GetAsync($"/collation/{response.Id}/match");

        var page = await browser.SubmitAsync("Search", ("Search", "Zebede Underhil Marsh"));

        page.Path.ShouldBe($"/collation/{response.Id}/match");
        Labels(page)[0].ShouldStartWith("Zebedee Underhill-Marsh");
        page.Text.ShouldContain("Found by your search.");
        (await browser.SubmitAsync("Search", ("Search", "Qqqq"))).Text.ShouldContain("Nobody was found for “Qqqq”.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("elsewhere")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Save_NoWorker_AsksToChoose(string choice)
    {
        var response = await site.ReceiveNamedAsync();
        var browser = await SignInAsync();
        await browser.GetAsync($"/collation/{response.Id}/match");

        var page = await browser.ForgeAsync("Save", ("Choice", choice));

        (page.Status, page.Errors.Single()).ShouldBe((HttpStatusCode.BadRequest, "Choose whom the family means"));
        (await StoredAsync(response.Id)).ShouldBe((null, null));
    }

    [Fact]
    public async Task Save_ByTwoAtTheSameMoment_OneWinsAndTheOthersAreTold()
    {
        var worker = await site.EmployAsync("Hester Vane");
        var other = await site.EmployAsync("Hester Vayne");
        var response = await site.ReceiveNamedAsync(workerName: "Hester Vane");
        var browser = await SignInAsync();
        var opened = await browser.GetAsync($"/collation/{response.Id}/match");

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(n =>
            browser.NewTab().SubmitAsync(opened, "Save", ("Choice", (n % 2 == 0 ? worker : other).Id.ToString()))));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Where(page => page.Status != HttpStatusCode.OK).ShouldAllBe(page => page.Errors.Single() == Standing.ChangedMeanwhile);
        pages.First(page => page.Status != HttpStatusCode.OK).Document.QuerySelectorAll("input[name=Choice][checked]").Length.ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.WorkerMatched, response.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Get_Released_CannotBeMatchedAgain()
    {
        var worker = await site.EmployAsync("Ottoline Gray");
        var response = await site.ReceiveNamedAsync(answers: Decisions.Words("She listens."));
        var browser = await SignInAsync();
        await browser.GetAsync($"/collation/{response.Id}/match");
        var before = browser.Page;
        await browser.PrepareAsync(response.Id, worker);
        await browser.ReleaseAsync(response.Id);

        (await browser.GetAsync($"/collation/{response.Id}/match")).Text.ShouldContain("To match it to somebody else, undo the release first.");
        (await browser.SubmitAsync(before, "Save", ("Choice", WorkerOptions.NotKnown))).Errors.ShouldBe([Standing.ChangedMeanwhile]);

        (await StoredAsync(response.Id)).ShouldBe((WorkerMatch.One, worker.Id));
    }

    [Fact]
    public async Task Get_Anonymous_IsAboutNobody()
    {
        var response = await site.ReceiveAnonymousAsync();
        var worker = await site.EmployAsync("Ngozi Okafor");
        var browser = await SignInAsync();
        var other = await site.ReceiveNamedAsync();
        await browser.GetAsync($"/collation/{other.Id}/match");
        var token = browser.Page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var page = await browser.GetAsync($"/collation/{response.Id}/match");

        page.Text.ShouldContain("Nobody: it is anonymous.");
        page.Document.QuerySelector("main form").ShouldBeNull();
        (await browser.PostAsync($"/collation/{response.Id}/match", [("__RequestVerificationToken", token), ("Choice", worker.Id.ToString()), ("Version", "0")]))
            .Errors.ShouldBe(["There is no worker to match"]);
    }

    [Fact]
    public async Task Get_UnknownOrWithdrawn_IsNotThere()
    {
        var withdrawn = await site.ReceiveNamedAsync();
        await site.WithdrawAsync(withdrawn.Id);
        var browser = await SignInAsync();

        (await browser.GetAsync($"/collation/{withdrawn.Id}/match")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/collation/{Guid.NewGuid()}/match")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<PageClient> SignInAsync() => site.SignInAsync(Role.QualityAssurance);

    private async Task<Page> OpenAsync(Guid id) => await (await SignInAsync()).GetAsync($"/collation/{id}/match");

    private static List<string> Labels(Page page) => [.. page.Document.QuerySelectorAll(".govuk-radios__label").Select(label => PageText.Of(label))];

    private Task<(WorkerMatch?, Guid?)> StoredAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        var stored = await db.SurveyResponses.OfType<WorkerResponse>().SingleAsync(r => r.Id == id);
        return (stored.WorkerMatch, stored.MatchedWorkerId);
    });

    public sealed class OnSqlite(SqliteSite site) : MatchTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : MatchTests(site), IClassFixture<PostgreSqlSite>;
}
