using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using RelationalPractice.Identity;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Security;

/// <summary>How long being signed in lasts, and what ends it early.</summary>
internal sealed class StaffSession(UserManager<StaffMember> staff, IUserClaimsPrincipalFactory<StaffMember> principals, TimeProvider clock)
    : CookieAuthenticationEvents
{
    private const string SignedInAt = "signed-in-at";

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items[SignedInAt] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        if (now - SignedInSince(context.Properties) >= StaffIdentity.LongestSession)
        {
            await EndAsync(context);
        }
        else if (now - (context.Properties.IssuedUtc ?? DateTimeOffset.MinValue) >= StaffIdentity.CheckedEvery)
        {
            await CompareWithDatabaseAsync(context);
        }
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(StaffLinks.NoEntryPath);
        return Task.CompletedTask;
    }

    private async Task CompareWithDatabaseAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || await staff.FindByIdAsync(id) is not { } member
            || !context.Principal.HasClaim(StaffPrincipals.StampClaim, member.SecurityStamp!))
        {
            await EndAsync(context);
            return;
        }

        context.ReplacePrincipal(await principals.CreateAsync(member));
        context.ShouldRenew = true;
    }

    private static async Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private static DateTimeOffset SignedInSince(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(SignedInAt, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var since)
            ? since
            : DateTimeOffset.MinValue;
}
