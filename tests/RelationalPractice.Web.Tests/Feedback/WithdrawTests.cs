using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class WithdrawTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    public static async Task<Page> WithdrawAsync(PageClient browser, string code)
    {
        await browser.GetAsync("/feedback/code");
        await browser.SubmitAsync(Family.Continue, ("code", code));
        await browser.SubmitAsync("Take my answers back");
        return await browser.SubmitAsync("Delete my answers");
    }

    [Fact]
    public async Task Get_WithoutACode_AsksForIt() =>
        (await Host.Browser().GetAsync("/feedback/withdraw")).Path.ShouldBe("/feedback/code");

    [Fact]
    public async Task Post_AskedFor_SaysWhatItMeansAndDeletesNothingYet()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous, ("situation", "Still here"));
        var browser = Host.Browser();
        await browser.GetAsync("/feedback/code");
        await browser.SubmitAsync(Family.Continue, ("code", code));

        var page = await browser.SubmitAsync("Take my answers back");

        page.Text.ShouldContain("They cannot be brought back.");
        (await Host.ResponseAsync(code)).TextOf("situation").ShouldBe("Still here");
    }

    [Theory]
    [InlineData(Tier.Named)]
    [InlineData(Tier.WorkerOnly)]
    [InlineData(Tier.Anonymous)]
    public async Task Post_Sure_LeavesNothingThatWasSaid(Tier tier)
    {
        var family = NewFamily();
        await family.StartAsync(at: $"/f/{SampleAuthority.WorkerCode}");
        await family.ReachCheckAsync(tier, ("situation", "To be taken back"), ("trust", "2"));
        var code = await family.SendAsync();

        var page = await WithdrawAsync(Host.Browser(), code);

        page.Heading.ShouldBe("Your answers are deleted");
        var response = await Host.ResponseAsync(code);
        response.State.ShouldBe(ResponseState.Withdrawn);
        response.Answers.ShouldBeEmpty();
        response.ReadBy.ShouldBeNull();
        if (response is WorkerResponse aboutWorker)
        {
            (aboutWorker.WorkerId, aboutWorker.TeamId, aboutWorker.WorkerNameTyped).ShouldBe((null, null, null));
        }

        if (response is NamedResponse named)
        {
            (named.RespondentName, named.Contact).ShouldBe((null, null));
        }
    }

    [Fact]
    public async Task Post_ReadBefore_IsTakenBackAllTheSame()
    {
        var code = await NewFamily().GiveAsync(Tier.Named, ("RespondentName", "Asha Bell"), ("situation", "Read, then taken back"));
        await CodeTests.ReadAsync(Host, code);

        await WithdrawAsync(Host.Browser(), code);

        (await Host.ResponseAsync(code)).State.ShouldBe(ResponseState.Withdrawn);
    }

    [Fact]
    public async Task Post_Twice_SaysTheSame()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous);
        var browser = Host.Browser();
        await browser.GetAsync("/feedback/code");
        await browser.SubmitAsync(Family.Continue, ("code", code));
        var sure = await browser.SubmitAsync("Take my answers back");
        await browser.SubmitAsync(sure, "Delete my answers");

        (await browser.SubmitAsync(sure, "Delete my answers")).Heading.ShouldBe("Your answers are deleted");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000 0000 0000 0000")]
    [InlineData("x")]
    public async Task Post_ForgedCode_LeadsToThePageThatAsksForIt(string code)
    {
        var known = await NewFamily().GiveAsync(Tier.Anonymous);
        var browser = Host.Browser();
        await browser.GetAsync("/feedback/code");
        await browser.SubmitAsync(Family.Continue, ("code", known));

        (await browser.ForgeAsync("Take my answers back", ("code", code))).Path.ShouldBe("/feedback/code");

        (await Host.ResponseAsync(known)).State.ShouldBe(ResponseState.New);
    }

    [Fact]
    public async Task Post_WhileAReaderMarksItRead_IsTakenBackAndNotRead()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous, ("situation", "Both at once"));
        var browser = Host.Browser();
        await browser.GetAsync("/feedback/code");
        await browser.SubmitAsync(Family.Continue, ("code", code));
        await browser.SubmitAsync("Take my answers back");
        var sure = browser.Page;

        var reading = CodeTests.ReadAsync(Host, code);
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.NewTab().SubmitAsync(sure, "Delete my answers")));
        await reading;

        pages.ShouldAllBe(page => page.Heading == "Your answers are deleted");
        var response = await Host.ResponseAsync(code);
        response.State.ShouldBe(ResponseState.Withdrawn);
        response.Answers.ShouldBeEmpty();
    }
}

public sealed class SqliteWithdrawTests(SqliteHost host) : WithdrawTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlWithdrawTests(PostgreSqlHost host) : WithdrawTests(host), IClassFixture<PostgreSqlHost>;
