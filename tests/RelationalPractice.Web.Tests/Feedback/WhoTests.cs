using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class WhoTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData(Tier.Named, "RespondentName Contact WorkerName")]
    [InlineData(Tier.WorkerOnly, "WorkerName Share Share")]
    public async Task Get_Tier_AsksOnlyWhatItMayKeep(Tier tier, string expected)
    {
        var family = NewFamily();
        await family.StartAsync();

        var page = await family.ChooseAsync(tier);

        Fields(page).Select(field => field.Name).ShouldBe(expected.Split(' '));
    }

    [Fact]
    public async Task Get_Anonymous_IsNeverAsked()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);

        (await family.Browser.GetAsync("/feedback/who")).Path.ShouldBe("/feedback/question/situation");
    }

    [Theory]
    [InlineData(Tier.Named)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Post_Nothing_GoesOn(Tier tier)
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(tier);

        (await family.AnswerAsync()).Path.ShouldBe("/feedback/question/situation");
    }

    [Fact]
    public async Task Post_Filled_IsKeptAndShownAgainOnBackAndRefresh()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Named);
        await family.AnswerAsync(("RespondentName", "  Zoë O’Hara 🙂 "), ("Contact", "zoe@home.example"), ("WorkerName", "مريم"));

        await family.Browser.FollowAsync("Back");
        var page = await family.Browser.GetAsync(family.Page.Path);

        Fields(page).Select(field => field.Value).ShouldBe(["Zoë O’Hara 🙂", "zoe@home.example", "مريم"]);
    }

    [Theory]
    [InlineData("RespondentName", WhoModel.NameMaxLength)]
    [InlineData("Contact", WhoModel.ContactMaxLength)]
    [InlineData("WorkerName", WhoModel.NameMaxLength)]
    public async Task Post_OneCharacterTooMany_IsShownAgainWithItsError(string field, int limit)
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.Named);
        var tooLong = new string('n', limit + 1);

        var page = await family.Browser.ForgeAsync(Family.Continue, (field, tooLong));

        page.Errors.ShouldHaveSingleItem().ShouldContain($"up to {limit} characters");
        Fields(page).Single(f => f.Name == field).Value.ShouldBe(tooLong);
        (await family.AnswerAsync((field, tooLong[1..]))).Path.ShouldBe("/feedback/question/situation");
    }

    [Theory]
    [InlineData(WhoModel.ScoresOnly, true)]
    [InlineData(WhoModel.WordsAndScores, false)]
    [InlineData(null, false)]
    public async Task Post_WhatTheWorkerMaySee_IsKept(string? share, bool scoresOnly)
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ChooseAsync(Tier.WorkerOnly);
        await family.AnswerAsync(("Share", share));
        await family.GoOnToCheckAsync();

        var response = (WorkerOnlyResponse)await Host.ResponseAsync(await family.SendAsync());

        response.ScoresOnly.ShouldBe(scoresOnly);
    }

    private static List<IHtmlInputElement> Fields(Page page) =>
        [.. page.Document.QuerySelectorAll<IHtmlInputElement>("main form input").Where(input => input.Type != "hidden")];
}

public sealed class SqliteWhoTests(SqliteHost host) : WhoTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlWhoTests(PostgreSqlHost host) : WhoTests(host), IClassFixture<PostgreSqlHost>;
