using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class HowTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData(Audience.ParentCarer)]
    [InlineData(Audience.YoungPerson)]
    public async Task Get_FirstTime_ExplainsAllThreeWaysAndChoosesNone(Audience audience)
    {
        var page = await NewFamily().StartAsync(audience);

        var ways = page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=tier]").ToList();
        ways.Select(way => way.Value).ShouldBe(["named", "worker-only", "anonymous"], ignoreOrder: true);
        ways.ShouldAllBe(way => !way.IsChecked && page.Document.GetElementById(way.GetAttribute("aria-describedby")!)!.TextContent.Contains("Who reads it"));
    }

    [Fact]
    public async Task Post_NoneChosen_IsTheOneThingThatIsAskedFor()
    {
        var family = NewFamily();
        await family.StartAsync();

        var page = await family.AnswerAsync();

        page.Errors.ShouldBe(["Choose how you want to give feedback"]);
        page.Path.ShouldBe("/feedback/how");
    }

    [Theory]
    [InlineData("Named")]
    [InlineData("0")]
    [InlineData("anonymous,named")]
    [InlineData("admin")]
    public async Task Post_ForgedTier_IsRefusedAndChangesNothing(string tier)
    {
        var family = NewFamily();
        await family.StartAsync();

        var page = await family.Browser.ForgeAsync(Family.Continue, ("tier", tier));

        page.Errors.ShouldBe(["Choose how you want to give feedback"]);
        (await family.Browser.GetAsync("/feedback/check")).Path.ShouldBe("/feedback/how");
    }

    [Theory]
    [InlineData(Tier.Named, "/feedback/who")]
    [InlineData(Tier.WorkerOnly, "/feedback/who")]
    [InlineData(Tier.Anonymous, "/feedback/question/situation")]
    public async Task Post_Chosen_GoesOnToWhatThatTierAsks(Tier tier, string next)
    {
        var family = NewFamily();
        await family.StartAsync();

        (await family.ChooseAsync(tier)).Path.ShouldBe(next);

        var back = await family.Browser.FollowAsync("Back");
        back.Path.ShouldBe("/feedback/how");
        Chosen(back).ShouldBe(TierSlug.Of(tier));
    }

    [Fact]
    public async Task Post_ChangedFromAnonymousToNamed_AsksWhoBeforeTheCheckPage()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous, ("situation", "Kept through the change"));
        await family.Browser.FollowAsync("Change How you give feedback");

        (await family.ChooseAsync(Tier.Named)).Path.ShouldBe("/feedback/who?changing=true");

        var check = await family.AnswerAsync(("RespondentName", "Asha Bell"));
        check.Path.ShouldBe("/feedback/check");
        check.Text.ShouldContain("Asha Bell");
        check.Text.ShouldContain("Kept through the change");
    }

    [Fact]
    public async Task Post_ChangedToAnonymousAndBack_HasForgottenWhatWasTyped()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Named, ("RespondentName", "Asha Bell"), ("Contact", "01632 960 199"), ("WorkerName", "Tom"));

        await ChangeTierAsync(family, Tier.Anonymous);
        family.Page.Path.ShouldBe("/feedback/check");
        family.Page.Text.ShouldNotContain("Asha Bell");
        await ChangeTierAsync(family, Tier.Named);

        foreach (var field in family.Page.Document.QuerySelectorAll<IHtmlInputElement>("form input[type=text]"))
        {
            field.Value.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Post_SameTierAgain_DoesNotAskWhoAgain()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Named, ("RespondentName", "Asha Bell"));

        await ChangeTierAsync(family, Tier.Named);

        family.Page.Path.ShouldBe("/feedback/check");
        family.Page.Text.ShouldContain("Asha Bell");
    }

    private static async Task ChangeTierAsync(Family family, Tier tier)
    {
        await family.Browser.FollowAsync("Change How you give feedback");
        await family.ChooseAsync(tier);
    }

    private static string? Chosen(Page page) =>
        page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=tier]").SingleOrDefault(way => way.IsChecked)?.Value;
}

public sealed class SqliteHowTests(SqliteHost host) : HowTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlHowTests(PostgreSqlHost host) : HowTests(host), IClassFixture<PostgreSqlHost>;
