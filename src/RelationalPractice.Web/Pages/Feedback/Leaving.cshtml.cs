using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Explains how to leave at once, before there is anything to leave.</summary>
public sealed class LeavingModel(DraftStore drafts, Questionnaires questionnaires, Receipts receipts)
    : FeedbackPage(drafts, questionnaires, receipts)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        ViewData["Title"] = "You can leave quickly";
        ViewData["Young"] = Young;
        ViewData["BackUrl"] = FamilyLinks.Start;
        return Page();
    }
}
