using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Messaging;

/// <summary>Messages name people and their families' workers: the quality team alone.</summary>
internal static class Conventions
{
    public static void Apply(PageConventionCollection pages) => pages.AuthorizeFolder("/Messaging", Policies.Inviting);

    /// <summary>What the outbox shows has working personal links in it: outside Development the page does not exist.</summary>
    public static void KeepOutboxToDevelopment(RazorPagesOptions options, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            options.Conventions.AddPageRouteModelConvention("/Messaging/Outbox", page => page.Selectors.Clear());
        }
    }
}
