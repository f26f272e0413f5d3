using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Testing.Staff;
using RelationalPractice.Web.Security;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

public abstract class SecondFactorTests(StaffSite site)
{
    [Fact]
    public async Task SignIn_FirstTime_OpensNothingUntilTheAppIsSetUp()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);

        browser.Page.Heading.ShouldBe("Protect your account with an app");

        (await browser.GetAsync("/collation")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task SetUp_CodeOfTheApp_GivesRecoveryCodesAndLetsIn()
    {
        var member = await site.HireAsync(Role.QualityAssurance);

        var (browser, _, recoveryCodes) = await SetUpAsync(member);

        recoveryCodes.Distinct(StringComparer.Ordinal).Count().ShouldBe(SecondFactor.RecoveryCodes);
        (await browser.GetAsync("/collation")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.AuditedAsync(AuditEventKind.SecondFactorSetUp, member.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000x")]
    [InlineData("12345")]
    public async Task SetUp_AnotherCode_ShowsTheSameKeyAgain(string code)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var key = KeyOn(browser.Page);

        var page = await browser.SubmitAsync("Continue", ("Code", code));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        KeyOn(page).ShouldBe(key);
    }

    [Fact]
    public async Task SignIn_Afterwards_AsksForACodeAndCountsItOnce()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var (_, key, _) = await SetUpAsync(member);
        var code = AuthenticatorApp.Code(key, stepsAhead: 1);
        var browser = await site.SignInAsync(member);
        browser.Page.Heading.ShouldBe("Enter your code");
        (await browser.GetAsync("/collation")).Heading.ShouldBe("Sign in");

        await browser.GetAsync("/staff/sign-in/code?returnUrl=%2Fcollation");
        (await browser.SubmitAsync("Sign in", ("Code", $"{code[..3]} {code[3..]}"))).Path.ShouldBe("/collation");

        var other = await site.SignInAsync(member);
        (await other.SubmitAsync("Sign in", ("Code", code))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SignIn_RecoveryCode_WorksOnce()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var (_, _, recoveryCodes) = await SetUpAsync(member);

        var first = await site.SignInAsync(member);
        (await first.SubmitAsync("Sign in", ("Code", recoveryCodes[3].ToLowerInvariant()))).Path.ShouldBe("/staff");

        var second = await site.SignInAsync(member);
        (await second.SubmitAsync("Sign in", ("Code", recoveryCodes[3]))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SignIn_WrongCodesBetweenRightPasswords_LockTheAccount()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        await SetUpAsync(member);

        for (var time = 0; time < StaffSignIn.MaxTries; time++)
        {
            var browser = await site.SignInAsync(member);
            await browser.SubmitAsync("Sign in", ("Code", "not-a-code"));
        }

        (await site.SignInAsync(member)).Page.Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task CodePage_WithoutAPassword_AsksForIt()
    {
        (await site.Browser().GetAsync("/staff/sign-in/code")).Heading.ShouldBe("Sign in");
        (await site.Browser().GetAsync("/staff/sign-in/set-up")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task Key_InTheDatabase_CannotBeRead()
    {
        var (_, key, recoveryCodes) = await SetUpAsync(await site.HireAsync(Role.QualityAssurance));

        var kept = await site.InDatabaseAsync(db => db.UserTokens.Select(t => t.Value).ToListAsync());

        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(value => !value!.Contains(key.Replace(" ", "", StringComparison.Ordinal)) && !value.Contains(recoveryCodes[0]));
    }

    private async Task<(PageClient Browser, string Key, IReadOnlyList<string> RecoveryCodes)> SetUpAsync(StaffMember member)
    {
        var browser = await site.SignInAsync(member);
        var key = KeyOn(browser.Page);
        var page = await browser.SubmitAsync("Continue", ("Code", AuthenticatorApp.Code(key)));
        page.Heading.ShouldBe("Keep your recovery codes");
        return (browser, key, [.. page.Document.QuerySelectorAll(".practice-codes li").Select(item => item.TextContent.Trim())]);
    }

    private static string KeyOn(Page page) => page.Document.QuerySelector(".practice-key")!.TextContent;

    /// <summary>Production without a setting: the second factor is asked for.</summary>
    public abstract class Site(TestDatabaseProvider provider) : StaffSite(provider)
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    public sealed class SqliteSite() : Site(TestDatabaseProvider.Sqlite);

    public sealed class PostgreSqlSite() : Site(TestDatabaseProvider.PostgreSql);

    public sealed class OnSqlite(SqliteSite site) : SecondFactorTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : SecondFactorTests(site), IClassFixture<PostgreSqlSite>;
}
