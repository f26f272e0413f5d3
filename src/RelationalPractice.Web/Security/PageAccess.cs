using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Pages;

namespace RelationalPractice.Web.Security;

/// <summary>Closed by default (Policies); each folder says who may enter.</summary>
public static class PageAccess
{
    public static void Configure(RazorPagesOptions options)
    {
        Pages.Conventions.Apply(options.Conventions);
        Pages.Staff.Conventions.Apply(options.Conventions);
        Pages.Collation.Conventions.Apply(options.Conventions);
        Pages.Audit.Conventions.Apply(options.Conventions);
        Pages.Links.Conventions.Apply(options.Conventions);
        Pages.Invitations.Conventions.Apply(options.Conventions);
        Pages.Supervision.Conventions.Apply(options.Conventions);
        Pages.MyFeedback.Conventions.Apply(options.Conventions);
        Pages.Guidance.Conventions.Apply(options.Conventions);
        Pages.Invitations.ContactConventions.Apply(options.Conventions);
        Pages.Messaging.Conventions.Apply(options.Conventions);
        Pages.Interviews.Conventions.Apply(options.Conventions);
    }

    /// <summary>
    /// An address that is no page is not found, for everybody: else whoever mistypes a leaflet's address would be asked to sign in as staff.
    /// </summary>
    public static void MapNothingElse(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
}
