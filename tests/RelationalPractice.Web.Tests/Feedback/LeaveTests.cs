using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class LeaveTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    public const string Button = "Leave this site";

    [Fact]
    public async Task Get_Explained_SaysWhatLeavingDoesAndDoesNot()
    {
        var family = NewFamily();
        await family.Browser.GetAsync("/");

        var page = await family.Browser.SubmitAsync(Family.StartParent);

        page.Text.ShouldContain("Leave this site");
        page.Text.ShouldContain("Shift 3 times");
        page.Text.ShouldContain("is deleted at once");
        page.Text.ShouldContain("does not remove this site from the history");
    }

    [Fact]
    public async Task Get_ExplainedWithoutADraft_SaysThatThereIsNothingHere() =>
        (await Host.Browser().GetAsync("/feedback/leaving")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Post_InTheMiddle_DeletesTheDraftForgetsTheCookiesAndGoesToTheWeather()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        await family.AnswerAsync(("situation", "Not sent"));
        var draft = DraftSecret.Parse(family.Browser.Cookie("session")!.Value)!.DraftId;

        var page = await family.Browser.SubmitAsync(Button);

        page.Heading.ShouldBe("Weather");
        page.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content").ShouldBe("0;url=https://www.bbc.co.uk/weather");
        family.Browser.Cookie("session").ShouldBeNull();
        family.Browser.Cookie("antiforgery").ShouldBeNull();
        (await Host.InDatabaseAsync(db => db.Drafts.AnyAsync(d => d.Id == draft))).ShouldBeFalse();
        (await family.Browser.GetAsync("/feedback/question/situation")).Text.ShouldNotContain("Not sent");
    }

    [Fact]
    public async Task Post_EveryPageOfTheJourney_HasTheButton()
    {
        var family = NewFamily();
        await family.Browser.GetAsync("/");
        var pages = new List<string>();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Named);
        while (family.Page.Path != "/feedback/check")
        {
            family.Page.Document.QuerySelector("form[action='/leave'] button").ShouldNotBeNull(family.Page.Path);
            pages.Add(family.Page.Path);
            await family.AnswerAsync();
        }

        await family.SendAsync();
        family.Page.Document.QuerySelector("form[action='/leave'] button").ShouldNotBeNull();
        pages.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Post_WithoutTokenOrCookie_LeavesAllTheSame()
    {
        var page = await Host.Browser().PostAsync("/leave", []);

        page.Heading.ShouldBe("Weather");
    }

    [Fact]
    public async Task Post_AfterSending_KeepsTheResponse()
    {
        var family = NewFamily();
        var code = await family.GiveAsync(Tier.Anonymous, ("situation", "Sent"));

        await family.Browser.SubmitAsync(Button);

        (await Host.ResponseAsync(code)).TextOf("situation").ShouldBe("Sent");
        (await family.Browser.GetAsync("/feedback/sent")).Text.ShouldNotContain(code);
    }

    [Fact]
    public async Task Get_LinkPreview_DeletesNothing()
    {
        var family = NewFamily();
        await family.StartAsync();

        (await family.Browser.GetAsync("/leave")).Path.ShouldBe("/feedback/start");

        (await family.Browser.GetAsync("/feedback/how")).Path.ShouldBe("/feedback/how");
    }
}

public sealed class SqliteLeaveTests(SqliteHost host) : LeaveTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlLeaveTests(PostgreSqlHost host) : LeaveTests(host), IClassFixture<PostgreSqlHost>;
