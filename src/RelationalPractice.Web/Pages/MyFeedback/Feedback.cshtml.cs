using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Pages.Supervision;

namespace RelationalPractice.Web.Pages.MyFeedback;

public sealed class FeedbackModel(ReleasedResponses released, Prompts prompts, Glossary glossary) : PageModel
{
    public FeedbackDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await released.OpenAsync(id, released.Own, cancellation) is not { } response)
        {
            return this.NotThere(MyFeedbackLinks.Missing);
        }

        Details = new FeedbackDetails(response, prompts.For(response.Reading), await released.OverTimeAsync(response, cancellation), glossary);
        return Page();
    }
}
