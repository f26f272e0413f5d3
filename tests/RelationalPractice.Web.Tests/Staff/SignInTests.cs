using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

public abstract class SignInTests(StaffSite site)
{
    [Fact]
    public async Task Get_StaffPageBeforeSigningIn_AsksAndThenGoesOnThere()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var browser = site.Browser();

        (await browser.GetAsync("/links?from=leaflet")).Path.ShouldStartWith("/staff/sign-in?");
        var page = await browser.SubmitAsync("Sign in", ("Email", member.Email), ("Password", StaffSite.Password));

        page.Path.ShouldBe("/links?from=leaflet");
        (await site.AuditedAsync(AuditEventKind.SignedIn, member.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_ReturnAddressElsewhere_StaysHere(string address)
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var browser = site.Browser();
        await browser.GetAsync($"/staff/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        var page = await browser.SubmitAsync("Sign in", ("Email", member.Email), ("Password", StaffSite.Password));

        page.LeavesFor.ShouldBeNull();
        page.Path.ShouldBe("/staff");
    }

    [Fact]
    public async Task SignIn_NothingTyped_SaysWhatToEnter()
    {
        var browser = site.Browser();
        await browser.GetAsync("/staff/sign-in");

        var page = await browser.SubmitAsync("Sign in");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("Enter your e-mail address");
        page.Text.ShouldContain("Enter your password");
    }

    [Fact]
    public async Task SignIn_WrongPasswordUnknownAddressAndLockedAccount_ReadTheSame()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var locked = await site.HireAsync(Role.QualityAssurance);
        await TryAsync(locked.Email!, "wrong", StaffSignIn.MaxTries);

        var answers = new[]
        {
            await RefusalAsync(member.Email!, "not the password"),
            await RefusalAsync("nobody@staff.example", "not the password"),
            await RefusalAsync(locked.Email!, "not the password"),
            await RefusalAsync(locked.Email!, StaffSite.Password),
        };

        answers.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldContain(SignInModel.Refusal);
    }

    [Fact]
    public async Task SignIn_OneTryFewerThanTheLimit_IsStillWelcome()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        await TryAsync(member.Email!, "wrong", StaffSignIn.MaxTries - 1);

        (await (await site.SignInAsync(member)).GetAsync("/staff")).Path.ShouldBe("/staff");
    }

    [Fact]
    public async Task SignIn_AfterTheLock_IsWelcomeAgain()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        await TryAsync(member.Email!, "wrong", StaffSignIn.MaxTries);
        (await (await site.SignInAsync(member)).GetAsync("/staff")).Path.ShouldStartWith("/staff/sign-in");

        site.Clock.Advance(StaffSignIn.LockedFor);

        (await (await site.SignInAsync(member)).GetAsync("/staff")).Path.ShouldBe("/staff");
    }

    [Fact]
    public async Task SignIn_ManyTriesAtOnce_CannotGetPastTheLock()
    {
        var member = await site.HireAsync(Role.QualityAssurance);

        await Task.WhenAll(Enumerable.Range(0, 4 * StaffSignIn.MaxTries).Select(_ => TryAsync(member.Email!, "wrong", times: 1)));

        (await site.InDatabaseAsync(db => db.Users.Where(u => u.Id == member.Id).Select(u => u.LockoutEnd).SingleAsync())).ShouldNotBeNull();
        (await site.AuditedAsync(AuditEventKind.SignInRefused, member.Id)).ShouldBe(4 * StaffSignIn.MaxTries);
    }

    [Fact]
    public async Task SignIn_Cookie_IsKeptFromScriptsOtherSitesAndPlainConnections()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var browser = site.Browser();
        await browser.GetAsync("/staff/sign-in");
        var token = browser.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/staff/sign-in")
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("Email", member.Email!),
                KeyValuePair.Create("Password", StaffSite.Password),
                KeyValuePair.Create("__RequestVerificationToken", token),
            ]),
        };

        using var response = await browser.SendAsync(request);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(StaffIdentity.CookieName + "=", StringComparison.Ordinal));
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldNotContain("expires=");
    }

    [Fact]
    public async Task Session_WithoutUse_EndsAfterHalfAnHour()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        site.Clock.Advance(StaffIdentity.Idle - TimeSpan.FromMinutes(1));
        (await browser.GetAsync("/staff")).Path.ShouldBe("/staff");

        site.Clock.Advance(StaffIdentity.Idle + TimeSpan.FromMinutes(1));

        (await browser.GetAsync("/staff")).Path.ShouldStartWith("/staff/sign-in");
    }

    [Fact]
    public async Task Session_AlwaysInUse_EndsAfterTenHours()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var step = TimeSpan.FromMinutes(20);
        for (var passed = step; passed < StaffIdentity.LongestSession; passed += step)
        {
            site.Clock.Advance(step);
            (await browser.GetAsync("/staff")).Path.ShouldBe("/staff");
        }

        site.Clock.Advance(step);

        (await browser.GetAsync("/staff")).Path.ShouldStartWith("/staff/sign-in");
    }

    [Fact]
    public async Task Role_TakenAway_ClosesItsPagesWithinAMinute()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var browser = await site.SignInAsync(member);
        (await browser.GetAsync("/collation")).Status.ShouldBe(HttpStatusCode.OK);

        await site.InDatabaseAsync(db => db.StaffRoles.Where(r => r.StaffMemberId == member.Id).ExecuteDeleteAsync());
        site.Clock.Advance(StaffIdentity.CheckedEvery + TimeSpan.FromSeconds(1));

        (await browser.GetAsync("/collation")).Path.ShouldBe("/staff/no-entry");
    }

    [Fact]
    public async Task Account_Removed_EndsItsSessionWithinAMinute()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var browser = await site.SignInAsync(member);

        await site.InDatabaseAsync(db => db.Users.Where(u => u.Id == member.Id).ExecuteDeleteAsync());
        site.Clock.Advance(StaffIdentity.CheckedEvery + TimeSpan.FromSeconds(1));

        (await browser.GetAsync("/staff")).Path.ShouldStartWith("/staff/sign-in");
    }

    [Fact]
    public async Task Role_InIdentitysOwnClaims_OpensNothing()
    {
        var member = await site.HireAsync(Role.Worker);
        await site.SaveAsync(new IdentityUserClaim<Guid>
        {
            UserId = member.Id,
            ClaimType = System.Security.Claims.ClaimTypes.Role,
            ClaimValue = nameof(Role.QualityAssurance),
        });

        (await (await site.SignInAsync(member)).GetAsync("/collation")).Path.ShouldBe("/staff/no-entry");
    }

    private async Task<string> RefusalAsync(string email, string password) => (await TryAsync(email, password, times: 1)).Text;

    private async Task<Page> TryAsync(string email, string password, int times)
    {
        var browser = site.Browser();
        await browser.GetAsync("/staff/sign-in");
        for (var time = 0; time < times; time++)
        {
            await browser.SubmitAsync("Sign in", ("Email", email), ("Password", password));
            browser.Page.Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        return browser.Page;
    }

    public sealed class OnSqlite(SqliteSite site) : SignInTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : SignInTests(site), IClassFixture<PostgreSqlSite>;
}
