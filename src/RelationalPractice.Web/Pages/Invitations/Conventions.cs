using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>The quality team for everybody; a manager for their own teams and a worker for their own families may see who is due.</summary>
internal static class Conventions
{
    public static void Apply(PageConventionCollection pages)
    {
        pages.AuthorizePage("/Invitations/Index", Policies.Invitations);
        pages.AuthorizePage("/Invitations/NotAsked", Policies.Invitations);
        pages.AuthorizePage("/Invitations/Send", Policies.Inviting);
        pages.AuthorizePage("/Invitations/Settings", Policies.Inviting);
    }
}
