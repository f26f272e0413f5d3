using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Supervision;
using RelationalPractice.Web.Pages.MyFeedback;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Tests.Staff;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.MyFeedback;

public abstract class ReplyTests(StaffSite site)
{
    private const string Save = "Save your reply";

    [Fact]
    public async Task Save_OwnSupervision_StandsBesideTheManagersWordsAndCanBeChanged()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var record = await released.SupervisedAsync(await released.NamedAsync(ReleasedFeedback.FiveFives), recognised: "The manager’s words");
        var browser = await released.AsWorkerAsync();
        await browser.GetAsync(MyFeedbackLinks.Reply(record));

        var saved = await browser.SubmitAsync(Save, ("Reply", "First thoughts"));
        await browser.GetAsync(MyFeedbackLinks.Reply(record));
        browser.Page.Document.QuerySelector("#Reply")!.TextContent.Trim().ShouldBe("First thoughts");
        await browser.SubmitAsync(Save, ("Reply", "Second <i>thoughts</i>"));

        saved.Text.ShouldContain("Your reply is saved.");
        var manager = await (await released.AsManagerAsync()).GetAsync(SupervisionLinks.Worker(released.Worker.Id));
        manager.Document.QuerySelectorAll(".practice-record__words").Select(words => words.TextContent).ShouldBe(["The manager’s words", "Second <i>thoughts</i>"]);
        (await site.AuditedAsync(AuditEventKind.SupervisionRepliedTo, record)).ShouldBe(2);
    }

    [Fact]
    public async Task Save_NothingOrTooMuch_IsSaidAndNothingTypedIsLost()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);
        var record = await released.SupervisedAsync(await released.NamedAsync(ReleasedFeedback.FiveFives));
        var browser = await released.AsWorkerAsync();
        await browser.GetAsync(MyFeedbackLinks.Reply(record));

        (await browser.SubmitAsync(Save, ("Reply", " "))).Errors.ShouldBe(["Write your reply"]);
        var page = await browser.SubmitAsync(Save, ("Reply", new string('w', SupervisionRecord.ReplyMaxLength + 1)));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([$"Your reply must be {SupervisionRecord.ReplyMaxLength:N0} characters or fewer"]);
        page.Document.QuerySelector("#Reply")!.TextContent.Trim().Length.ShouldBe(SupervisionRecord.ReplyMaxLength + 1);
        (await site.InDatabaseAsync(db => db.SupervisionRecords.SingleAsync(r => r.Id == record))).WorkerReply.ShouldBeNull();
    }

    [Fact]
    public async Task Get_AnotherWorkersSupervision_IsNotThereAndIsWrittenDown()
    {
        var own = await ReleasedFeedback.OfNewTeamAsync(site);
        var other = await ReleasedFeedback.OfNewTeamAsync(site);
        var record = await other.SupervisedAsync(await other.NamedAsync(ReleasedFeedback.FiveFives), recognised: "Of somebody else");
        var ownRecord = await own.SupervisedAsync(await own.NamedAsync(ReleasedFeedback.FiveFives));
        var browser = await own.AsWorkerAsync();

        var page = await browser.GetAsync(MyFeedbackLinks.Reply(record));
        await browser.GetAsync(MyFeedbackLinks.Reply(ownRecord));
        var token = browser.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var posted = await browser.PostAsync(MyFeedbackLinks.Reply(record), [("Reply", "Not mine"), ("__RequestVerificationToken", token)]);

        (page.Status, posted.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        page.Text.ShouldNotContain("Of somebody else");
        (await site.AuditedAsync(AuditEventKind.EntryRefused, record)).ShouldBe(2);
        (await site.InDatabaseAsync(db => db.SupervisionRecords.SingleAsync(r => r.Id == record))).WorkerReply.ShouldBeNull();
    }

    public sealed class OnSqlite(SqliteSite site) : ReplyTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ReplyTests(site), IClassFixture<PostgreSqlSite>;
}
