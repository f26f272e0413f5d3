using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Html;
using RelationalPractice.Testing.Traces;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Promises 1 and 2 once more when the quality team is done: opened, read, redacted, themed and coded a second time, a response that came by
/// a link of the family's own is still tied to nobody, and to no time but its month.
/// </summary>
public abstract class UnlinkableAfterReadingTests(CodingSite site) : IAsyncLifetime
{
    private static readonly DateTimeOffset Reading = new(2031, 3, 25, 9, 41, 8, TimeSpan.Zero);

    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Read_ThemedAndCodedTwice_LeavesNoTraceOfWhoWhereHowAndWhen(Tier tier)
    {
        site.Clock.MoveTo(ScriptedFamily.Arrival);
        var family = await ScriptedFamily.InviteByMessageAsync(site.Host);
        var who = new TraceSearch([.. family.Self(), .. family.Invitation(), .. tier == Tier.Anonymous ? family.TheirWorker() : []]);
        var when = new TraceSearch([.. ScriptedFamily.Times(), Trace.OfDay("day to read it by", ScriptedFamily.ReadBy)]);
        var theme = await site.AddThemeAsync();
        var (whoBefore, whenBefore) = (who.Find(await site.Host.KeptAsync()), when.Find((await site.Host.KeptAsync()).OfTheProduct()));
        whoBefore.Keys.ShouldContain(finding => finding.Fact == "invitation");

        await family.GiveAsync(tier);
        site.Clock.MoveTo(Reading);
        var response = await site.Host.ResponseAsync(family.Code);
        await ReadAndCodeAsync(response.Id, theme);

        await site.Host.RunJobsAsync();
        TraceSearch.Added(whoBefore, who.Find(await site.Host.KeptAsync())).ShouldBeEmpty();
        TraceSearch.Added(whenBefore, when.Find((await site.Host.KeptAsync()).OfTheProduct())).ShouldBeEmpty();
        new TraceSearch(family.Session()).Find((await site.Host.KeptAsync()).OfTheProduct()).Keys.ShouldBeEmpty();
        (await site.InDatabaseAsync(db => db.Invitations.AsNoTracking().SingleAsync())).AnsweredOn.ShouldBeNull();
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task ReadAndCodeAsync(Guid id, Theme theme)
    {
        var (first, second) = (await site.SignInAsync(Role.QualityAssurance), await site.SignInAsync(Role.QualityAssurance));
        await first.ReadAsync(id);
        await first.FinishHidingAsync(id);
        await CodeAsync(first, id, theme);
        await CodeAsync(second, id, theme);
        var codings = await site.CodingsAsync(id);
        codings.Select(coding => coding.Second).ShouldBe([false, true], ignoreOrder: true);
        (await site.InDatabaseAsync(db => db.SurveyResponses.AsNoTracking().SingleAsync(r => r.Id == id))).ReadBy.ShouldBeNull();
    }

    private static async Task CodeAsync(PageClient browser, Guid id, Theme theme)
    {
        await browser.GetAsync($"/collation/{id}/theme");
        await browser.SubmitAsync(Codebook.ButtonFor("situation"), ("ThemeName", theme.Name), ("Direction", "Positive"));
        await browser.SayDoneAsync(id);
    }

    public sealed class OnSqlite() : UnlinkableAfterReadingTests(new CodedTwiceOnSqlite());

    public sealed class OnPostgreSql() : UnlinkableAfterReadingTests(new CodedTwiceOnPostgreSql());
}
