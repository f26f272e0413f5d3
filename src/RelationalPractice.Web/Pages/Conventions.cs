using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace RelationalPractice.Web.Pages;

/// <summary>Families never sign in: their pages are open.</summary>
public static class Conventions
{
    public static void Apply(PageConventionCollection pages)
    {
        pages.AllowAnonymousToFolder("/Feedback");
        pages.AllowAnonymousToFolder("/Leaflets");
        pages.AllowAnonymousToFolder("/Appointments");
        foreach (var page in new[] { "/Leave", "/Help", "/Privacy", "/Cookies", "/Accessibility" })
        {
            pages.AllowAnonymousToPage(page);
        }

        pages.AddPageRoute("/Feedback/Start", "");
        pages.AddPageRoute("/Feedback/Start", "f/{code}");
    }
}
