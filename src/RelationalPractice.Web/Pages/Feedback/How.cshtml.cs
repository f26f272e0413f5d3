using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>How the person wants to be known: the one thing that must be answered.</summary>
public sealed class HowModel(DraftStore drafts, Questionnaires questionnaires, Receipts receipts)
    : FeedbackPage(drafts, questionnaires, receipts)
{
    public string? Chosen { get; private set; }

    /// <summary>They came by a link of their own, and may still give their name.</summary>
    public bool ByPersonalLink => Draft.InvitationId is not null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ShowAsync(SurveyStep.How) is { } elsewhere)
        {
            return elsewhere;
        }

        Chosen = Draft.Tier is { } tier ? TierSlug.Of(tier) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? tier)
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (TierSlug.Parse(tier) is not { } chosen)
        {
            ModelState.AddModelError("tier", "Choose how you want to give feedback");
            Frame(SurveyStep.How);
            return Page();
        }

        return await ChangeAsync(draft => draft.Choose(chosen)) ?? GoOnFrom(SurveyStep.How);
    }
}
