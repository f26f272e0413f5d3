using System.Net;
using RelationalPractice.Auditing;
using RelationalPractice.Web.Pages.MyFeedback;
using RelationalPractice.Web.Tests.Staff;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.MyFeedback;

public abstract class IndexTests(StaffSite site)
{
    [Fact]
    public async Task Get_Worker_SeesTheirOwnAloneAndItIsWrittenDown()
    {
        var own = await ReleasedFeedback.OfNewTeamAsync(site);
        var other = await ReleasedFeedback.OfNewTeamAsync(site);
        var id = await own.NamedAsync("For Me", null, 0, ReleasedFeedback.FiveFives);
        await other.NamedAsync("For Somebody Else", null, 0, ReleasedFeedback.FiveFives);

        var page = await (await own.AsWorkerAsync()).GetAsync(MyFeedbackLinks.List());

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll(".practice-feedback__list a").Select(link => link.GetAttribute("href")).ShouldBe([MyFeedbackLinks.Feedback(id)]);
        page.Text.ShouldNotContain("For Somebody Else");
        (await site.AuditedAsync(AuditEventKind.ReleasedFeedbackOpened, own.Worker.Id)).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.ReleasedFeedbackOpened, other.Worker.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task Get_NothingReleased_SaysWhatWillAppear()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(site);

        (await (await released.AsWorkerAsync()).GetAsync(MyFeedbackLinks.List())).Text.ShouldContain("No feedback has been released yet.");
    }

    public sealed class OnSqlite(SqliteSite site) : IndexTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : IndexTests(site), IClassFixture<PostgreSqlSite>;
}
