using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Identity;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Security;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Conventions;

/// <summary>docs/access.md lists every page with its policy and roles, and that is who gets in.</summary>
public abstract partial class AccessTests(StaffSite site)
{
    // Stands in for static files that were added since the build; what is published does not have it.
    private const string FilesAddedSinceTheBuild = "{**path:file}";

    private const string Open = "Open";
    private const string Everybody = "Everybody";
    private const string EveryRole = "Every role";

    [Fact]
    public async Task Document_EveryPage_IsListedAsItIs()
    {
        var existing = await ExistingAsync();
        var listed = Listed();

        existing.Count.ShouldBeGreaterThan(10);
        existing.ShouldContain(new Access("/collation", Policies.Collation, nameof(Role.QualityAssurance)));
        listed.Select(access => access.Page).ShouldBeUnique();
        existing.Except(listed).ShouldBeEmpty("exist and are not listed so in docs/access.md");
        listed.Except(existing).ShouldBeEmpty("are listed in docs/access.md and do not exist so");
    }

    [Fact]
    public async Task EveryStaffPage_NobodySignedIn_AsksForSignIn()
    {
        foreach (var access in StaffPages())
        {
            var browser = site.Browser();
            (await browser.GetAsync(Address(access))).Path.ShouldStartWith("/staff/sign-in?", customMessage: access.Page);
            (await PostAsync(browser, access)).ShouldNotBe(HttpStatusCode.OK, access.Page);
        }
    }

    [Fact]
    public async Task EveryStaffPage_EveryOtherRole_HasNoEntry()
    {
        var tried = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await site.SignInAsync(role);
            foreach (var access in StaffPages().Where(access => !access.LetsIn(role)))
            {
                var page = await browser.GetAsync(Address(access));
                (page.Path, page.Status).ShouldBe(("/staff/no-entry", HttpStatusCode.Forbidden), $"{role} on {access.Page}");
                (await PostAsync(browser, access)).ShouldBe(HttpStatusCode.Found, $"{role} posting to {access.Page}");
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task EveryStaffPage_ItsOwnRoles_AreLetIn()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await site.SignInAsync(role);
            foreach (var access in StaffPages().Where(access => access.LetsIn(role) && access.Page != "/staff/no-entry"))
            {
                // Of a response or link that does not exist, whoever may enter learns just that.
                (await browser.GetAsync(Address(access))).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
                browser.Page.Path.ShouldBe(Address(access), access.Page);
            }
        }
    }

    [Fact]
    public async Task Fallback_PageThatNamesNoPolicy_IsClosed()
    {
        var fallback = await site.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();

        fallback!.Requirements.ShouldContain(requirement => requirement is DenyAnonymousAuthorizationRequirement);
    }

    private static async Task<HttpStatusCode> PostAsync(PageClient browser, Access access)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(access)) { Content = new FormUrlEncodedContent([]) };
        using var response = await browser.SendAsync(request);
        return response.StatusCode;
    }

    private static List<Access> StaffPages()
    {
        var pages = Listed().Where(access => access.Policy != Open).ToList();
        pages.ShouldNotBeEmpty();
        return pages;
    }

    private static string Address(Access access) =>
        Placeholder().Replace(access.Page.Replace("{format}", "svg", StringComparison.Ordinal), Guid.Empty.ToString());

    private static List<Access> Listed() =>
    [
        .. File.ReadLines(Repository.PathOf("docs", "access.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => new Access(row.Groups["page"].Value, row.Groups["policy"].Value, row.Groups["roles"].Value)),
    ];

    private async Task<List<Access>> ExistingAsync()
    {
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var existing = new List<Access>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != FilesAddedSinceTheBuild))
        {
            var page = Constraint().Replace($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", "}");
            existing.Add(await AccessToAsync(page.ToLowerInvariant(), endpoint, policies));
        }

        return [.. existing.Distinct()];
    }

    private static async Task<Access> AccessToAsync(string page, Endpoint endpoint, IAuthorizationPolicyProvider policies)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return new Access(page, Open, Everybody);
        }

        var names = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var name = names.Count == 0 ? "(none)" : string.Join(" and ", names);
        var roles = (await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()))?
            .Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles).ToList() ?? [];
        return new Access(page, name, roles.Count == 0 ? EveryRole : string.Join(", ", roles));
    }

    // "/links/{id:guid}" is listed as "/links/{id}"; a constraint may itself hold brackets.
    [GeneratedRegex(@":[^/]*?\}(?=/|\.|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\| (?<page>/\S*) \| (?<policy>\w+) \| (?<roles>[\w, ]+?) \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    private sealed record Access(string Page, string Policy, string Roles)
    {
        public bool LetsIn(Role role) => Roles == EveryRole || Roles.Split(", ").Contains(role.ToString(), StringComparer.Ordinal);
    }

    public sealed class OnSqlite(SqliteSite site) : AccessTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : AccessTests(site), IClassFixture<PostgreSqlSite>;
}
