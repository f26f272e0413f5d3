using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>Everybody who has signed in, and the pages on the way there.</summary>
internal static class Conventions
{
    public static void Apply(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Staff", Policies.SignedIn);
        pages.AllowAnonymousToPage("/Staff/SignIn");
        pages.AllowAnonymousToPage("/Staff/SignInCode");
        pages.AllowAnonymousToPage("/Staff/SignInSetUp");
    }
}
