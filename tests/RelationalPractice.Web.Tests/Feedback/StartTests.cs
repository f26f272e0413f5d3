using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class StartTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/feedback/start")]
    [InlineData($"/f/{SampleAuthority.GeneralCode}")]
    public async Task Get_AnyAddressOfIt_SaysWhatItIsBeforeAskingAnything(string address)
    {
        var page = await Host.Browser().GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Path.ShouldBe(address);
        page.Text.ShouldContain("About 10 to 15 minutes");
        page.Text.ShouldContain($"The quality team of {SampleAuthority.Name}");
        page.Text.ShouldContain("You get the same help whether you answer or not, and whatever you say.");
        page.Document.QuerySelectorAll("input[type=text], textarea").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_ByAYoungPersonsLink_SpeaksToThem()
    {
        var page = await Host.Browser().GetAsync($"/f/{SampleAuthority.YoungCode}");

        page.Heading.ShouldBe("What is your social worker like?");
        page.Document.QuerySelectorAll("button[name=audience]").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(SampleAuthority.UnknownCode)]
    [InlineData(SampleAuthority.OffCode)]
    [InlineData("no-code-at-all")]
    [InlineData("%F0%9F%99%82")]
    public async Task Get_CodeThatIsNotInUse_SaysSoKindlyAndStillTakesFeedback(string code)
    {
        var family = NewFamily();

        var page = await family.Browser.GetAsync($"/f/{code}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("That address is not in use any more");
        await family.StartAsync(Audience.ParentCarer, $"/f/{code}");
        await family.ReachCheckAsync(Tier.Named, ("situation", "By an old leaflet"));
        var response = (NamedResponse)await Host.ResponseAsync(await family.SendAsync());
        response.TextOf("situation").ShouldBe("By an old leaflet");
        (response.WorkerId, response.TeamId, response.ServiceAreaId).ShouldBe((null, null, null));
    }

    [Theory]
    [InlineData("wrk555")]
    [InlineData("WRK-5S5")]
    [InlineData("wrk%20555")]
    public async Task Get_CodeAsPeopleTypeIt_IsUnderstood(string typed)
    {
        var page = await Host.Browser().GetAsync($"/f/{typed}");

        page.Text.ShouldNotContain("not in use");
    }

    [Fact]
    public async Task Get_ByAWorkersLink_DoesNotShowWhoseItIs()
    {
        var page = await Host.Browser().GetAsync($"/f/{SampleAuthority.WorkerCode}");

        page.Document.DocumentElement.OuterHtml.ShouldNotContain("Fairweather");
    }

    [Fact]
    public async Task Get_AnswersNotSentYet_OffersToGoOnWhereTheyStopped()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync(("situation", "Half way"));

        var page = await family.Browser.GetAsync("/");

        page.Text.ShouldContain("You have answers here that are not sent yet.");
        (await family.Browser.FollowAsync("Go on with those answers")).Path.ShouldBe("/feedback/question/attributes");
    }

    [Fact]
    public async Task Post_NobodyChosen_AsksWhoIsAnswering()
    {
        var browser = Host.Browser();
        await browser.GetAsync("/");

        var page = await browser.ForgeAsync(Family.StartParent, ("audience", ""));

        page.Errors.ShouldBe(["Choose who is giving feedback"]);
        browser.Cookie("session").ShouldBeNull();
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("0")]
    [InlineData("parent-carer,young-person")]
    public async Task Post_ForgedAudience_AsksAgain(string audience)
    {
        var browser = Host.Browser();
        await browser.GetAsync("/");

        (await browser.ForgeAsync(Family.StartParent, ("audience", audience))).Errors.ShouldBe(["Choose who is giving feedback"]);
    }

    [Fact]
    public async Task Post_LinkForYoungPeopleForgedForParents_AsksYoungPeoplesQuestions()
    {
        var family = NewFamily();
        await family.Browser.GetAsync($"/f/{SampleAuthority.YoungCode}");
        await family.Browser.ForgeAsync("Start", ("audience", AudienceSlug.ParentCarer));
        await family.Browser.FollowAsync(Family.Continue);

        await family.ChooseAsync(Tier.Anonymous);

        family.Page.Path.ShouldBe("/feedback/question/about");
    }

    [Fact]
    public async Task Post_Started_LeadsOverHowToLeaveToTheFirstQuestion()
    {
        var family = NewFamily();

        await family.Browser.GetAsync("/");
        var leaving = await family.Browser.SubmitAsync(Family.StartParent);

        leaving.Path.ShouldBe("/feedback/leaving");
        (await family.Browser.FollowAsync(Family.Continue)).Path.ShouldBe("/feedback/how");
    }

    [Fact]
    public async Task Post_StartedAgain_DeletesTheAnswersOfBefore()
    {
        var family = NewFamily();
        await family.StartAsync();
        var before = DraftOf(family);
        (await IsKeptAsync(before)).ShouldBeTrue();

        await family.StartAsync();

        (await IsKeptAsync(before)).ShouldBeFalse();
        (await IsKeptAsync(DraftOf(family))).ShouldBeTrue();
    }

    [Fact]
    public async Task Post_ByAWorkersLink_FillsInTheirNameAndKnowsThem()
    {
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{SampleAuthority.WorkerCode}");

        await family.ChooseAsync(Tier.WorkerOnly);
        family.Page.Document.QuerySelector("#WorkerName")!.GetAttribute("value").ShouldBe(SampleAuthority.WorkerName);
        await family.GoOnToCheckAsync();

        var response = (WorkerOnlyResponse)await Host.ResponseAsync(await family.SendAsync());
        response.WorkerId.ShouldBe(SampleAuthority.WorkerId);
        (await Host.RevealAsync(response.WorkerNameTyped)).ShouldBe(SampleAuthority.WorkerName);
    }

    [Theory]
    [InlineData("Somebody Else")]
    [InlineData("")]
    public async Task Post_ByAWorkersLinkButOfSomebodyElse_KeepsWhatWasTyped(string typed)
    {
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{SampleAuthority.WorkerCode}");
        await family.ReachCheckAsync(Tier.Named, ("WorkerName", typed));

        var response = (NamedResponse)await Host.ResponseAsync(await family.SendAsync());

        response.WorkerId.ShouldBeNull();
        (await Host.RevealAsync(response.WorkerNameTyped)).ShouldBe(typed.Length == 0 ? null : typed);
    }

    [Theory]
    [InlineData(Tier.Named, true)]
    [InlineData(Tier.WorkerOnly, true)]
    [InlineData(Tier.Anonymous, false)]
    public async Task Post_ByATeamsLink_KeepsTheTeamUnlessAnonymous(Tier tier, bool kept)
    {
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{SampleAuthority.TeamCode}");
        await family.ReachCheckAsync(tier);

        var response = await Host.ResponseAsync(await family.SendAsync());

        (response as WorkerResponse)?.TeamId.ShouldBe(SampleAuthority.TeamId);
        (response is WorkerResponse).ShouldBe(kept);
        response.ServiceAreaId.ShouldBeNull();
    }

    [Theory]
    [InlineData(Tier.Named)]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public async Task Post_ByAnAreasLink_KeepsTheAreaInEveryTier(Tier tier)
    {
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{SampleAuthority.AreaCode}");
        await family.ReachCheckAsync(tier);

        (await Host.ResponseAsync(await family.SendAsync())).ServiceAreaId.ShouldBe(SampleAuthority.AreaId);
    }

    private static Guid DraftOf(Family family) => DraftSecret.Parse(family.Browser.Cookie("session")!.Value)!.DraftId;

    private Task<bool> IsKeptAsync(Guid draft) => Host.InDatabaseAsync(db => db.Drafts.AnyAsync(d => d.Id == draft));
}

public sealed class SqliteStartTests(SqliteHost host) : StartTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlStartTests(PostgreSqlHost host) : StartTests(host), IClassFixture<PostgreSqlHost>;
