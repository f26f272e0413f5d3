using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>Hidden words stand in the sealed answer and nowhere else: not in a copy, the audit log, the log of the program or any other row.</summary>
public abstract class HiddenWordsTests(StaffSite site)
{
    private const string Hidden = "Wilhelmina-Rose";
    private const string Number = "07700 900461";

    [Fact]
    public async Task Release_AfterHiding_LeavesHiddenWordsInTheSealedAnswerAlone()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var key = Decisions.KeyOf(0);
        var response = await site.ReceiveNamedAsync("Somebody Else", answers: Decisions.Words($"😀 {Hidden} was ill, I rang {Number} and {Hidden} cried."));
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.HideAsync(response.Id, key, Hidden);
        await browser.HideAsync(response.Id, key, Number, RedactionKind.Telephone);
        await browser.PrepareAsync(response.Id, worker);
        var shown = browser.Page;

        await browser.SubmitAsync(Decisions.Release);

        shown.Document.DocumentElement.OuterHtml.ShouldNotContain(Hidden);
        browser.Page.Document.DocumentElement.OuterHtml.ShouldNotContain(Hidden);
        (await site.ReleaseOfAsync(response.Id))!.TextOf(key).ShouldBe("😀 [name] was ill, I rang [telephone number] and [name] cried.");
        var rows = await site.Database.RowsAsync();
        rows.Where(table => table.Value.Any(row => row.Contains(Hidden, StringComparison.OrdinalIgnoreCase) || row.Contains(Number, StringComparison.Ordinal)))
            .Select(table => table.Key).ShouldBe(["survey_answers"]);
        rows["audit_events"].Count.ShouldBeGreaterThan(5);
        site.Log.Text.ShouldNotContain(Hidden);
        site.Log.Text.ShouldNotContain(Number);
    }

    public sealed class OnSqlite(SqliteSite site) : HiddenWordsTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : HiddenWordsTests(site), IClassFixture<PostgreSqlSite>;
}
