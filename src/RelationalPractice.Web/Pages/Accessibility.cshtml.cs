using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages;

public sealed class AccessibilityModel(AuthorityDetails authority) : PageModel
{
    public AuthorityView Authority { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Authority = await authority.GetAsync();
        ViewData["Title"] = "Accessibility statement";
    }
}
