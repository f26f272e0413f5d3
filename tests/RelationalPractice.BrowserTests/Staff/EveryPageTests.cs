using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Demonstration;
using Shouldly;
using Xunit;

namespace RelationalPractice.BrowserTests.Staff;

/// <summary>Every page that docs/access.md lists, as each of the demonstration's people sees it.</summary>
public sealed class EveryPageTests(SiteFixture browser) : IClassFixture<SiteFixture>
{
    /// <summary>Pages that only forms lead to, that not every response leads to, or that are no pages to look at; each is seen in the test of its own.</summary>
    private static readonly string[] Elsewhere =
    [
        "/staff/sign-out", "/links/{id}/qr.{format}", "/collation/{id}/stop", "/collation/{id}/complaint", "/collation/{id}/show-again",
        "/collation/{id}/proposals", "/collation/{id}/hide", "/collation/{id}/withhold", "/collation/{id}/undo-release",
        "/interviews/wishes/{id}/book", "/interviews/wishes/{id}/move", "/interviews/wishes/{id}/not-come", "/interviews/{id}/sheet", "/interviews/{id}/read-back", "/interviews/{id}/known", "/interviews/{id}/send",
        "/collation/{id}/themes-done", "/collation/codings/{id}/remove", "/collation/themes/{id}/restore",
        "/collation/paper/{id}/type", "/collation/paper/{id}/check", "/collation/paper/{id}/set-aside",
        "/invitations/import/{id}", "/invitations/import/{id}/columns", "/invitations/import/{id}/keep", "/invitations/import/{id}/give-up",
        "/invitations/families/{id}/people/{personid}/lift-opt-out", "/invitations/messages/{id}/try-again", "/invitations/messages/try-again",
    ];

    public static TheoryData<string, string> People
    {
        get
        {
            var people = new TheoryData<string, string>();
            foreach (var account in DemonstrationAuthority.Instance.Accounts)
            {
                people.Add(account.Email, account.Role.ToString());
            }

            return people;
        }
    }

    [Theory]
    [MemberData(nameof(People))]
    public Task Look_AsEachRole_HoldsOnEveryPageOfIts(string email, string role) => LookAtAllAsync(Device.Desktop, email, role);

    [Theory]
    [InlineData("qa@demo.example", "QualityAssurance")]
    public async Task Look_InTheDarkAndEnlarged_HoldsToo(string email, string role)
    {
        await LookAtAllAsync(Device.Desktop.InTheDark(), email, role);
        await LookAtAllAsync(Device.Enlarged, email, role);
    }

    [Fact]
    public async Task Look_OpenPages_HoldOnEveryDevice()
    {
        var open = ListedPage.All.Where(page => page is { IsOpen: true, NeedsAnIdentifier: false }
            && !page.Address.StartsWith("/health", StringComparison.Ordinal) && !page.Address.StartsWith("/notify", StringComparison.Ordinal)).ToList();
        open.Count.ShouldBeGreaterThan(10);
        foreach (var device in (Device[])[Device.Phone, Device.Phone.InTheDark(), Device.Desktop, Device.Enlarged, Device.SmallPhone.WithoutScripts()])
        {
            await browser.VisitAsync(device, async visit =>
            {
                visit.ExpectStatus(400);
                foreach (var page in open)
                {
                    await visit.GoToAsync(page.Address);
                    await visit.LookAroundAsync();
                }
            });
        }
    }

    private Task LookAtAllAsync(Device device, string email, string role) => browser.VisitAsync(device, async visit =>
    {
        visit.ExpectStatus(403);
        await visit.SignInAsync(email);
        await visit.Page.WaitForURLAsync("**/staff");

        var missing = ListedPage.All.Where(page => page.IsFor(role) && !Elsewhere.Contains(page.Address, StringComparer.Ordinal)).ToHashSet();
        missing.ShouldNotBeEmpty();
        var addresses = new Queue<string>(missing.Where(page => !page.NeedsAnIdentifier).Select(page => page.Address));
        while (addresses.TryDequeue(out var address))
        {
            if (ListedPage.Of(address) is not { } page || !missing.Remove(page))
            {
                continue;
            }

            await visit.GoToAsync(address);
            await visit.LookAroundAsync();
            foreach (var link in await visit.Page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
            {
                addresses.Enqueue(link);
            }
        }

        missing.Select(page => page.Address).ShouldBeEmpty("No link led to these");
    });
}
