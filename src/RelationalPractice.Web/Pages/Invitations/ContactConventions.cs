using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>
/// Families and their people: the quality team, and whoever works with them. Whole files, and letting messages begin again after somebody
/// stopped them: the quality team alone.
/// </summary>
internal static class ContactConventions
{
    public static void Apply(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Invitations/Families", Policies.Invitations);
        pages.AuthorizeFolder("/Invitations/People", Policies.Invitations);
        pages.AuthorizeFolder("/Invitations/OptOuts", Policies.Inviting);
        pages.AuthorizeFolder("/Invitations/Import", Policies.Inviting);
    }
}
