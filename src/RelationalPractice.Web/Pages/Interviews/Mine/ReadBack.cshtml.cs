using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Interviews;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>What was written down, large, for the family to hear or see before it is sent.</summary>
public sealed class ReadBackModel(OwnInterviews own, InterviewDrafts drafts, Questionnaires questionnaires) : InterviewPage(own, drafts, questionnaires)
{
    /// <summary>The way on led back here, because another window changed an answer.</summary>
    [BindProperty(SupportsGet = true, Name = InterviewLinks.Changed)]
    public bool Changed { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await OpenAsync(id, cancellation) ?? Page();
}
