using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class HelpTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Fact]
    public async Task Get_Anybody_NamesWhoCanHelpWithTheAuthoritysOwnNumbers()
    {
        var page = await Host.Browser().GetAsync("/help");

        page.Document.QuerySelector("a[href='tel:999']").ShouldNotBeNull();
        page.Text.ShouldContain(SampleAuthority.FrontDoor);
        page.Text.ShouldContain(SampleAuthority.OutOfHours);
        foreach (var line in HelpLine.Seeds())
        {
            page.Text.ShouldContain(line.Name);
            page.Text.ShouldContain(line.Telephone);
        }
    }

    [Fact]
    public async Task Get_HoursNobodyHasCheckedForHalfAYear_AreHiddenAndTheNumbersStay()
    {
        var page = await Host.Browser().GetAsync("/help");

        foreach (var line in HelpLine.Seeds().Where(line => line.Hours is not null))
        {
            page.Text.ShouldNotContain(line.Hours!);
        }
    }

    [Fact]
    public async Task Get_FromTheMiddle_LeadsBackToTheAnswers()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync(("situation", "Kept"));

        await family.Browser.FollowAsync("Get help");
        await family.Browser.FollowAsync("Go back to your answers");

        family.Page.Path.ShouldBe("/feedback/question/attributes");
    }
}

public sealed class SqliteHelpTests(SqliteHost host) : HelpTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlHelpTests(PostgreSqlHost host) : HelpTests(host), IClassFixture<PostgreSqlHost>;
