using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>The quality team alone, who hold no casework role.</summary>
internal static class Conventions
{
    public static void Apply(PageConventionCollection pages) => pages.AuthorizeFolder("/Collation", Policies.Collation);
}
