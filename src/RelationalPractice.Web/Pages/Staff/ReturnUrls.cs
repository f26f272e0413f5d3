using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RelationalPractice.Web.Pages.Staff;

internal static class ReturnUrls
{
    /// <summary>To the page that was asked for before signing in, if it is one of ours.</summary>
    public static IActionResult GoOn(this PageModel page, string? returnUrl) =>
        page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl : StaffLinks.Home());
}
