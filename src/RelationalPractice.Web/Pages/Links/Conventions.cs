using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>The quality team, who answer for where a leaflet leads.</summary>
internal static class Conventions
{
    public static void Apply(PageConventionCollection pages) => pages.AuthorizeFolder("/Links", Policies.Links);
}
