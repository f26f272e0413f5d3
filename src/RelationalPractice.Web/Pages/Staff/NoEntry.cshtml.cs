using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RelationalPractice.Web.Pages.Staff;

public sealed class NoEntryModel : PageModel
{
    public PageResult OnGet()
    {
        var result = Page();
        result.StatusCode = StatusCodes.Status403Forbidden;
        return result;
    }
}
