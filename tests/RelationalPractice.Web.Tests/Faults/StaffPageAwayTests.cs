using System.Net;
using RelationalPractice.Identity;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Faults;

public sealed class StaffPageAwayTests : IAsyncLifetime
{
    private readonly SqliteSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Get_WhileTheDatabaseIsAway_StaysAmongStaffPages()
    {
        var browser = await _site.SignInAsync(Role.QualityAssurance);
        await _site.Database.TakeAwayAsync();

        var page = await browser.GetAsync("/collation");

        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Document.QuerySelectorAll("form[action='/leave']").ShouldBeEmpty();
        page.Document.QuerySelector("main a[href='/staff']").ShouldNotBeNull();
    }
}
