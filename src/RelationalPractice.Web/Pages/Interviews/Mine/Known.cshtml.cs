using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Anonymity;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>The family chooses how to be known, after all was said and read back.</summary>
public sealed class KnownModel(OwnInterviews own, InterviewDrafts drafts, Questionnaires questionnaires, Chance chance) : InterviewPage(own, drafts, questionnaires)
{
    [BindProperty]
    public string? Tier { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        (Seen, Window, Tier) = (Version, chance.NewId(), Draft.Tier is { } tier ? TierSlug.Of(tier) : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (TierSlug.Parse(Tier) is not { } chosen)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Tier), "Choose how it is kept: only this must be answered");
            return this.PageWithErrors();
        }

        var saving = await Drafts.SaveAsync(id, Seen, Window, draft => draft.Choose(chosen), cancellation);
        return saving.Result switch
        {
            DraftSavingResult.Saved => Redirect(InterviewLinks.Send(id)),
            DraftSavingResult.ChangedElsewhere => Redirect(InterviewLinks.ReadBack(id, changed: true)),
            _ => this.NotThere(InterviewLinks.MissingInterview),
        };
    }
}
