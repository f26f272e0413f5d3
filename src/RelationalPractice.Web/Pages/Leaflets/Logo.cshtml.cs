using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Leaflets;

/// <summary>The authority's logo. Another logo has another address, so that browsers may keep this one.</summary>
public sealed class LogoModel(Letterhead letterhead) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string version, CancellationToken cancellation)
    {
        if ((await letterhead.GetAsync(cancellation)).Logo is not { } logo || logo.Version != version)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(logo.Content, logo.ContentType);
    }
}
