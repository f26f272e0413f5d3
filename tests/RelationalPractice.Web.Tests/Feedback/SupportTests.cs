using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class SupportTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("2", true)]
    [InlineData("3", false)]
    [InlineData("5", false)]
    [InlineData(DialGroupQuestion.NotSure, false)]
    [InlineData(null, false)]
    public async Task Post_HowSafe_OffersHelpAndRaisesWhenLow(string? safe, bool low)
    {
        var family = NewFamily();
        await DialsAsync(family);

        await family.AnswerAsync(("safe", safe));

        family.Page.Path.ShouldBe(low ? "/feedback/support/dials" : "/feedback/question/rights");
        await family.GoOnToCheckAsync();
        (await Host.ResponseAsync(await family.SendAsync())).Raised.ShouldBe(low);
    }

    [Fact]
    public async Task Get_AfterALowScore_ShowsWhoCanHelpAndTheWayOn()
    {
        var family = NewFamily();
        await DialsAsync(family);
        await family.AnswerAsync(("safe", "1"));

        family.Page.Text.ShouldContain("Childline");
        family.Page.Text.ShouldContain("0800 1111");
        family.Page.Document.QuerySelectorAll("form:not([action='/leave'])").ShouldBeEmpty();
        (await family.Browser.FollowAsync("Go on with the questions")).Path.ShouldBe("/feedback/question/rights");
        await family.Browser.GetAsync("/feedback/support/dials");
        (await family.Browser.FollowAsync("Back")).Path.ShouldBe("/feedback/question/dials");
    }

    [Fact]
    public async Task Post_SameLowScoreAgain_DoesNotHoldThePersonUpAgain()
    {
        var family = NewFamily();
        await DialsAsync(family);
        await family.AnswerAsync(("safe", "2"));
        await family.Browser.FollowAsync("Back");

        (await family.AnswerAsync(("safe", "1"))).Path.ShouldBe("/feedback/question/rights");
    }

    [Fact]
    public async Task Post_LowerWhileChanging_OffersHelpAndReturnsToTheCheckPage()
    {
        var family = NewFamily();
        await family.StartAsync(Audience.YoungPerson);
        await family.ReachCheckAsync(Tier.Anonymous, ("safe", "5"));
        await family.Browser.GetAsync("/feedback/question/dials?changing=true");

        await family.AnswerAsync(("safe", "1"));

        family.Page.Heading.ShouldBe("You can talk to someone now");
        (await family.Browser.FollowAsync("Go on with the questions")).Path.ShouldBe("/feedback/check");
    }

    [Fact]
    public async Task Post_HigherAgainBeforeSending_RaisesNothing()
    {
        var family = NewFamily();
        await DialsAsync(family);
        await family.AnswerAsync(("safe", "1"));
        await family.Browser.FollowAsync("Back");
        await family.AnswerAsync(("safe", "4"));
        await family.GoOnToCheckAsync();

        (await Host.ResponseAsync(await family.SendAsync())).Raised.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ParentsLowestScores_OfferNoSuchPage()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync();

        (await family.AnswerAsync(("trust", "1"), ("understands", "1"))).Path.ShouldBe("/feedback/question/rights");
    }

    private static async Task DialsAsync(Family family)
    {
        await family.StartAsync(Audience.YoungPerson);
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync();
    }
}

public sealed class SqliteSupportTests(SqliteHost host) : SupportTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlSupportTests(PostgreSqlHost host) : SupportTests(host), IClassFixture<PostgreSqlHost>;
