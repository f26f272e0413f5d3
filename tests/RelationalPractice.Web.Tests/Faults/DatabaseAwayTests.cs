using System.Net;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Testing.Traces;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace RelationalPractice.Web.Tests.Faults;

/// <summary>The database goes in the middle of a journey, and comes back.</summary>
public abstract class DatabaseAwayTests(TestDatabaseProvider provider) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private PracticeHost _host = null!;

    public async Task InitializeAsync() => _host = await PracticeHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("A whole sentence, with commas & signs <>.")]
    [InlineData("Frightened")]
    [InlineData("Two lines\nof words")]
    public async Task Post_WhileAway_KeepsTheWordsAndSavesThemWhenItIsBack(string words)
    {
        var family = await AtFirstQuestionAsync();
        await _host.Database.TakeAwayAsync();

        var away = await InTimeAsync(() => family.AnswerAsync(("situation", words)));

        away.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        away.Heading.ShouldBe("We could not save that just now");
        away.Text.ShouldContain("Your words are still here");
        away.Document.QuerySelector("main textarea[name=situation]")!.TextContent.ReplaceLineEndings("\n").ShouldBe(words);
        (await InTimeAsync(() => family.Browser.SubmitAsync("Try again"))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await _host.Database.BringBackAsync();
        await family.Browser.SubmitAsync("Try again");
        family.Page.Path.ShouldBe("/feedback/question/attributes");
        await family.GoOnToCheckAsync();
        (await _host.ResponseAsync(await family.SendAsync())).TextOf("situation").ShouldBe(words);
    }

    [Fact]
    public async Task Post_ScoresWhileAway_AreKeptToo()
    {
        var family = await AtFirstQuestionAsync();
        await family.AnswerAsync();
        await _host.Database.TakeAwayAsync();
        await InTimeAsync(() => family.AnswerAsync(("trust", "2"), ("skilled", "5")));

        await _host.Database.BringBackAsync();
        await family.Browser.SubmitAsync("Try again");

        await family.GoOnToCheckAsync();
        var response = await _host.ResponseAsync(await family.SendAsync());
        (response.ScoreOf("trust"), response.ScoreOf("skilled")).ShouldBe((2, 5));
    }

    [Fact]
    public async Task Post_NamesWhileAway_AreKeptToo()
    {
        var family = new Family(_host.Browser());
        await family.StartAsync();
        await family.ChooseAsync(Tier.Named);
        await _host.Database.TakeAwayAsync();
        var away = await InTimeAsync(() => family.AnswerAsync(("RespondentName", "Asha"), ("WorkerName", "Tom Hill")));
        away.Document.QuerySelector("main textarea[name=RespondentName]")!.TextContent.ShouldBe("Asha");

        await _host.Database.BringBackAsync();
        await family.Browser.SubmitAsync("Try again");

        await family.GoOnToCheckAsync();
        family.Page.Text.ShouldContain("Asha");
        family.Page.Text.ShouldContain("Tom Hill");
    }

    [Fact]
    public async Task Send_WhileAway_ArrivesOnceWhenItIsBack()
    {
        var family = await AtFirstQuestionAsync();
        await family.GoOnToCheckAsync(("situation", "To be sent"));
        await _host.Database.TakeAwayAsync();
        (await InTimeAsync(() => family.Browser.SubmitAsync(Family.Send))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await _host.Database.BringBackAsync();
        var sent = await family.Browser.SubmitAsync("Try again");

        (await _host.ResponseAsync(Family.CodeOn(sent))).TextOf("situation").ShouldBe("To be sent");
        (await _host.Database.ScalarAsync("SELECT count(*) FROM survey_responses")).ShouldBe(1);
    }

    [Theory]
    [InlineData("/")]
    [InlineData($"/f/{SampleAuthority.WorkerCode}")]
    [InlineData("/feedback/how")]
    [InlineData("/feedback/question/situation")]
    [InlineData("/feedback/check")]
    [InlineData("/feedback/sent")]
    public async Task Get_WhileAway_SaysSoAndShowsHelp(string address)
    {
        var family = await AtFirstQuestionAsync();
        await _host.Database.TakeAwayAsync();

        var page = await InTimeAsync(() => family.Browser.GetAsync(address));

        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Text.ShouldContain("Try again in a minute");
        page.Document.QuerySelector("main a[href='/help']").ShouldNotBeNull();
        await _host.Database.BringBackAsync();
        (await family.Browser.GetAsync("/feedback/question/situation")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Help_WhileAway_IsShownAllTheSame()
    {
        await _host.Browser().GetAsync("/");
        await _host.Database.TakeAwayAsync();

        var page = await InTimeAsync(() => _host.Browser().GetAsync("/help"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("999");
        page.Text.ShouldContain("0800 1111");
    }

    [Fact]
    public async Task Help_ColdStartWhileAway_IsShownAllTheSame()
    {
        await _host.Database.TakeAwayAsync();

        var page = await InTimeAsync(() => _host.Browser().GetAsync("/help"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("0800 1111");
    }

    [Theory]
    [InlineData("/privacy")]
    [InlineData("/cookies")]
    [InlineData("/accessibility")]
    [InlineData("/")]
    public async Task Get_ColdStartWhileAway_IsAnsweredWithAPage(string address)
    {
        await _host.Database.TakeAwayAsync();

        var page = await InTimeAsync(() => _host.Browser().GetAsync(address));

        page.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
        await _host.Database.BringBackAsync();
        (await _host.Browser().GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Leave_WhileAway_LeavesAllTheSame()
    {
        var family = await AtFirstQuestionAsync();
        await _host.Database.TakeAwayAsync();

        var page = await InTimeAsync(() => family.Browser.SubmitAsync(LeaveTests.Button));

        page.Heading.ShouldBe("Weather");
        family.Browser.Cookie("session").ShouldBeNull();
    }

    [Fact]
    public async Task Leave_ColdStartWhileAway_LeavesAllTheSame()
    {
        await _host.Database.TakeAwayAsync();

        (await InTimeAsync(() => _host.Browser().PostAsync("/leave", []))).Heading.ShouldBe("Weather");
    }

    [Fact]
    public async Task Code_WhileAway_IsKeptToTryAgain()
    {
        var code = await new Family(_host.Browser()).GiveAsync(Tier.Anonymous);
        var browser = _host.Browser();
        await browser.GetAsync("/feedback/code");
        await _host.Database.TakeAwayAsync();
        var away = await InTimeAsync(() => browser.SubmitAsync(Family.Continue, ("code", code)));
        away.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await _host.Database.BringBackAsync();

        (await browser.SubmitAsync("Try again")).Text.ShouldContain("Nobody has read them yet");
    }

    [Fact]
    public async Task Health_WhileAway_IsLiveAndNotReady()
    {
        using var http = _host.CreateClient();
        await _host.Database.TakeAwayAsync();

        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await _host.Database.BringBackAsync();
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Log_WhileAway_SaysThatItIsAwayAndNothingOfThePerson()
    {
        var browser = _host.Browser(IPAddress.Parse("2001:db8:5555::77"), ("User-Agent", "VeryOddPhone/9"), ("Referer", "https://mail.example/odd"));
        var family = new Family(browser);
        await family.StartAsync(at: $"/f/{SampleAuthority.WorkerCode}");
        await family.ChooseAsync(Tier.Anonymous);
        var secret = browser.Cookie("session")!.Value;
        await _host.Database.TakeAwayAsync();
        await family.AnswerAsync(("situation", "Words in the form"));
        await browser.GetAsync($"/f/{SampleAuthority.WorkerCode}?from=poster-by-the-lift");
        await browser.GetAsync("/feedback/sent");

        _host.Log.Lines.Count.ShouldBeGreaterThan(0);
        _host.Log.Text.ShouldContain("Unavailable");
        var found = new TraceSearch(
        [
            Trace.OfText("address", "2001:db8:5555::77"), Trace.OfText("browser", "VeryOddPhone"), Trace.OfText("came from", "mail.example"),
            Trace.OfText("link's code", SampleAuthority.WorkerCode), Trace.OfText("query", "poster-by-the-lift"), Trace.OfText("words", "Words in the form"),
            Trace.OfText("cookie", secret), Trace.OfText("field", "situation"), Trace.OfText("path", "/feedback"),
        ]).Find([new KeptFile("log", System.Text.Encoding.UTF8.GetBytes(_host.Log.Text))]);
        found.Keys.Select(finding => finding.Fact).Distinct().ShouldBeEmpty(_host.Log.Text);
    }

    private async Task<Family> AtFirstQuestionAsync()
    {
        var family = new Family(_host.Browser());
        await family.StartAsync();
        await family.ChooseAsync(Tier.Anonymous);
        return family;
    }

    private static async Task<Page> InTimeAsync(Func<Task<Page>> ask)
    {
        var clock = Stopwatch.StartNew();
        var page = await ask();
        clock.Elapsed.ShouldBeLessThan(Patience);
        return page;
    }
}

public sealed class SqliteDatabaseAwayTests() : DatabaseAwayTests(TestDatabaseProvider.Sqlite);

public sealed class PostgreSqlDatabaseAwayTests() : DatabaseAwayTests(TestDatabaseProvider.PostgreSql);
