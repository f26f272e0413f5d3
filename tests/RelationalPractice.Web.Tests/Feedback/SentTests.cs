using System.Net;
using System.Text.RegularExpressions;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract partial class SentTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    [Theory]
    [InlineData(Tier.Named, "your social worker and their manager")]
    [InlineData(Tier.WorkerOnly, "your social worker and their manager")]
    [InlineData(Tier.Anonymous, "together with what others said")]
    public async Task Get_Sent_ShowsTheCodeWhatHappensNextAndHelp(Tier tier, string next)
    {
        var family = NewFamily();

        var code = await family.GiveAsync(tier);

        code.ShouldMatch(CodeInGroups().ToString());
        family.Page.Path.ShouldBe("/feedback/sent");
        family.Page.Text.ShouldContain("within one working day");
        family.Page.Text.ShouldContain(next);
        family.Page.Text.ShouldContain("999");
    }

    [Fact]
    public async Task Get_Refreshed_ShowsTheSameCode()
    {
        var family = NewFamily();
        var code = await family.GiveAsync(Tier.Anonymous);

        await family.Browser.GetAsync("/feedback/sent");

        Family.CodeOn(family.Page).ShouldBe(code);
    }

    [Theory]
    [InlineData("/feedback/leaving")]
    [InlineData("/feedback/how")]
    [InlineData("/feedback/question/situation")]
    [InlineData("/feedback/check")]
    public async Task Get_BackAfterSending_ShowsTheCodeAndNoAnswers(string address)
    {
        var family = NewFamily();
        var code = await family.GiveAsync(Tier.Anonymous, ("situation", "Not to be shown again"));

        await family.Browser.GetAsync(address);

        Family.CodeOn(family.Page).ShouldBe(code);
        family.Page.Text.ShouldNotContain("Not to be shown again");
    }

    [Fact]
    public async Task Get_BeforeSending_LeadsToTheCheckPage()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous);

        (await family.Browser.GetAsync("/feedback/sent")).Path.ShouldBe("/feedback/check");
    }

    [Fact]
    public async Task Get_NobodysBrowser_SaysThatThereIsNothingHere()
    {
        var page = await Host.Browser().GetAsync("/feedback/sent");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe("We cannot find your answers");
    }

    [Fact]
    public async Task Get_AnswerToSendingNeverArrived_ShowsTheCodeAndLetsTheCookieEnd()
    {
        var family = NewFamily();
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous);
        var asItWas = family.Browser.Cookie("session")!.Value;
        var code = await family.SendAsync();
        family.Browser.SetCookie("session", asItWas);

        await family.Browser.GetAsync("/feedback/check");

        Family.CodeOn(family.Page).ShouldBe(code);
        family.Page.Response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldContain("max-age=1800");
    }

    [Fact]
    public async Task Get_TakenBackSince_DoesNotSayThatWeHaveTheAnswers()
    {
        var family = NewFamily();
        var code = await family.GiveAsync(Tier.Anonymous);
        await WithdrawTests.WithdrawAsync(Host.Browser(), code);

        await family.Browser.GetAsync("/feedback/sent");

        family.Page.Text.ShouldNotContain("We have your answers");
    }

    [Fact]
    public async Task Post_SentTwoAfterEachOtherFromOneBrowser_AreTwoResponses()
    {
        var family = NewFamily();

        var first = await family.GiveAsync(Tier.Anonymous, ("situation", "First"));
        var second = await family.GiveAsync(Tier.Anonymous, ("situation", "Second"));

        first.ShouldNotBe(second);
        (await Host.ResponseAsync(first)).TextOf("situation").ShouldBe("First");
        (await Host.ResponseAsync(second)).TextOf("situation").ShouldBe("Second");
    }

    [GeneratedRegex(@"^\d{4} \d{4} \d{4} \d{4}$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeInGroups();
}

public sealed class SqliteSentTests(SqliteHost host) : SentTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlSentTests(PostgreSqlHost host) : SentTests(host), IClassFixture<PostgreSqlHost>;
