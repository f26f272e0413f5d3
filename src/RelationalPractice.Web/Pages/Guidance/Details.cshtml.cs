using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Guidance;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Guidance;

public sealed class DetailsModel(GuidanceLibrary library, TimeProvider clock) : PageModel
{
    public GuidancePage Guidance { get; private set; } = null!;

    public bool IsOverdue => Guidance.IsOverdue(LocalTime.Today(clock));

    public IActionResult OnGet(string id)
    {
        if (library.Find(id) is not { } page)
        {
            return this.NotThere(GuidanceLinks.Missing);
        }

        Guidance = page;
        return Page();
    }
}
