using System.Net;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

public abstract class SignOutTests(StaffSite site)
{
    [Fact]
    public async Task SignOut_FromAnyPage_ClosesEveryPage()
    {
        var member = await site.HireAsync(Role.QualityAssurance);
        var browser = await site.SignInAsync(member);
        await browser.GetAsync("/collation");

        (await browser.SubmitAsync("Sign out")).Heading.ShouldBe("Sign in");

        (await browser.GetAsync("/collation")).Heading.ShouldBe("Sign in");
        (await site.AuditedAsync(AuditEventKind.SignedOut, member.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task SignOut_ByItsAddress_AsksFirst()
    {
        var browser = await site.SignInAsync(Role.BoardMember);
        await browser.GetAsync("/staff/sign-out");

        (await browser.SubmitAsync("Sign out now")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task SignOut_SentByAnotherSite_IsRefused()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);

        (await browser.PostAsync("/staff/sign-out", [])).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await browser.GetAsync("/staff")).Path.ShouldBe("/staff");
    }

    public sealed class OnSqlite(SqliteSite site) : SignOutTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : SignOutTests(site), IClassFixture<PostgreSqlSite>;
}
