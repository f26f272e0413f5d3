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

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Promise 6: a code opens what has happened with a response and takes it back. Nobody can try codes by the thousand, and no
/// hostel of families behind one address is locked out.
/// </summary>
public abstract class LookingBackTests(TestDatabaseProvider provider)
{
    private static readonly IPAddress Hostel = IPAddress.Parse("2001:db8:77::1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("2001:db8:77::2");

    [Fact]
    public async Task Code_FromSendingToTakingBack_TellsEveryState()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var code = await new Family(host.Browser()).GiveAsync(Tier.Anonymous, ("situation", "A turquoise kite over the allotments"));

        (await AskAsync(host.Browser(), code)).Text.ShouldContain("Nobody has read them yet");
        await CodeTests.ReadAsync(host, code);
        (await AskAsync(host.Browser(), code)).Text.ShouldContain("The quality team has read your answers");
        await WithdrawTests.WithdrawAsync(host.Browser(), code);
        (await AskAsync(host.Browser(), code)).Text.ShouldContain("You took your answers back");

        await host.RunJobsAsync();
        new TraceSearch([Trace.OfText("words", "A turquoise kite over the allotments"), Trace.OfText("some of them", "turquoise kite")])
            .Find((await host.KeptAsync()).OfTheProduct()).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Codes_TriedByTheDozen_AreRefusedKindlyThereAndNowhereElse()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var code = await new Family(host.Browser()).GiveAsync(Tier.Anonymous);
        var guesser = host.Browser(Hostel);
        for (var i = 0; i < 20; i++)
        {
            (await AskAsync(guesser, $"{i:D16}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await AskAsync(guesser, code);

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Heading.ShouldBe("Wait a minute, then try again");
        refused.Document.QuerySelector("input[type=hidden][name=code]")!.GetAttribute("value").ShouldBe(code);
        (await guesser.GetAsync("/feedback/code")).Status.ShouldBe(HttpStatusCode.OK);
        (await AskAsync(host.Browser(Elsewhere), code)).Text.ShouldContain("Nobody has read them yet");
    }

    [Fact]
    public async Task Codes_TriedByTakingBack_CountTheSame()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var guesser = host.Browser(Hostel);
        await guesser.GetAsync("/feedback/code");
        var token = guesser.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            statuses.Add((await guesser.PostAsync("/feedback/withdraw", [("__RequestVerificationToken", token), ("code", $"{i:D16}"), ("sure", "true")])).Status);
        }

        statuses.Take(20).ShouldAllBe(status => status == HttpStatusCode.OK);
        statuses[20].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Send_AWholeHostelInOneMinute_IsAcceptedUpToSixtyForms()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        await new Family(host.Browser(Hostel)).GiveAsync(Tier.Anonymous);
        var family = new Family(host.Browser(Hostel));
        await family.StartAsync();
        var check = await family.ReachCheckAsync(Tier.Anonymous);
        var fields = check.Document.QuerySelectorAll("main form input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!, StringComparer.Ordinal);
        var accepted = 3;
        // One more is allowed each second, and this machine may be slow.
        for (; accepted < 600; accepted++)
        {
            using var response = await family.Browser.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, "/feedback/check") { Content = new FormUrlEncodedContent(fields) });
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                break;
            }

            response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        accepted.ShouldBeInRange(60, 599);
    }

    [Fact]
    public async Task Send_MoreThanTheLimit_IsAskedToWaitAndLosesNothing()
    {
        await using var host = await PracticeHost.StartAsync(provider, new HostChanges
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits:SendingPerMinute"] = "2" },
        });
        var family = new Family(host.Browser(Hostel));
        await family.StartAsync();
        await family.ReachCheckAsync(Tier.Anonymous, ("situation", "Not lost"));
        await new Family(host.Browser(Hostel)).StartAsync();

        var refused = await family.Browser.SubmitAsync(Family.Send);

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Text.ShouldContain("Nothing you wrote is lost");
        refused.Document.QuerySelector("form[action='/feedback/check'] button").ShouldNotBeNull();
        (await family.Browser.GetAsync("/feedback/check")).Text.ShouldContain("Not lost");
        await new Family(host.Browser(Elsewhere)).GiveAsync(Tier.Anonymous);
    }

    [Fact]
    public async Task Code_Kept_IsASlowKeyedHashOnly()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var code = await new Family(host.Browser()).GiveAsync(Tier.Anonymous);

        var response = await host.ResponseAsync(code);

        response.ReceiptHash.Length.ShouldBe(32);
        new TraceSearch([Trace.OfText("code", code), Trace.OfText("digits", ReceiptCode.Parse(code)!.Digits)]).Find(await host.KeptAsync()).Keys.ShouldBeEmpty();
    }

    private static async Task<Page> AskAsync(PageClient browser, string code)
    {
        await browser.GetAsync("/feedback/code");
        return await browser.SubmitAsync(Family.Continue, ("code", code));
    }
}

public sealed class SqliteLookingBackTests() : LookingBackTests(TestDatabaseProvider.Sqlite);

public sealed class PostgreSqlLookingBackTests() : LookingBackTests(TestDatabaseProvider.PostgreSql);
