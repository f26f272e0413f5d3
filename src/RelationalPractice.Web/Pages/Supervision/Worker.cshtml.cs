using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Supervision;

public sealed class WorkerModel(ReleasedResponses released) : PageModel
{
    [BindProperty(SupportsGet = true, Name = SupervisionLinks.Saved)]
    public string? Saved { get; set; }

    public WorkerFeedback Feedback { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await released.OfWorkerAsync(id, released.Managed, cancellation) is not { } feedback)
        {
            return this.NotThere(SupervisionLinks.Missing);
        }

        Feedback = feedback;
        return Page();
    }
}
