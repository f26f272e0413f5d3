using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Supervision;

public sealed class FeedbackModel(ReleasedResponses released, Prompts prompts, Glossary glossary) : PageModel
{
    public FeedbackDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await released.OpenAsync(id, released.Managed, cancellation) is not { } response)
        {
            return this.NotThere(SupervisionLinks.Missing);
        }

        Details = new FeedbackDetails(response, prompts.For(response.Reading), await released.OverTimeAsync(response, cancellation), glossary);
        return Page();
    }
}
