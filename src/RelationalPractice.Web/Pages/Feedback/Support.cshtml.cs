using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Help before going on, when an answer says that somebody does not feel safe.</summary>
public sealed class SupportModel(DraftStore drafts, Questionnaires questionnaires, Receipts receipts, AuthorityDetails authority, HelpLines helpLines)
    : FeedbackPage(drafts, questionnaires, receipts)
{
    public AuthorityView Authority { get; private set; } = null!;

    public IReadOnlyList<HelpLineView> Lines { get; private set; } = [];

    public string GoOnAt { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string key)
    {
        var step = SurveyStep.Question(key);
        if (await ShowAsync(step) is { } elsewhere)
        {
            return elsewhere;
        }

        Authority = await authority.GetAsync();
        Lines = helpLines.For(Questionnaire.Audience);
        GoOnAt = AfterThis(step);
        ViewData["BackUrl"] = FamilyLinks.To(step, Changing);
        return Page();
    }
}
