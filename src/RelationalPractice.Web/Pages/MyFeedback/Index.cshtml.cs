using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Web.Pages.Supervision;

namespace RelationalPractice.Web.Pages.MyFeedback;

public sealed class IndexModel(ReleasedResponses released) : PageModel
{
    [BindProperty(SupportsGet = true, Name = MyFeedbackLinks.Replied)]
    public string? Replied { get; set; }

    /// <summary>One for each place in which whoever has signed in works; none where no worker belongs to the account.</summary>
    public IReadOnlyList<WorkerFeedback> Feedback { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = await released.Own.OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(cancellation);
        var feedback = new List<WorkerFeedback>();
        foreach (var workerId in own)
        {
            if (await released.OfWorkerAsync(workerId, released.Own, cancellation) is { } found)
            {
                feedback.Add(found);
            }
        }

        Feedback = feedback;
    }
}
