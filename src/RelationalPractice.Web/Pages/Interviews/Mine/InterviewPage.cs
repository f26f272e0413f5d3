using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>What every page of an interview that has begun shares: one's own interview, and what was said so far.</summary>
public abstract class InterviewPage(OwnInterviews own, InterviewDrafts drafts, Questionnaires questionnaires) : PageModel
{
    /// <summary>The version of the draft that this page was shown with.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Which window this is: two windows never overwrite each other unseen.</summary>
    [BindProperty]
    public Guid Window { get; set; }

    public OwnInterview Own { get; private set; } = null!;

    public DraftContents Draft { get; private set; } = null!;

    public Questionnaire Questionnaire { get; private set; } = null!;

    public Guid Id => Own.Interview.Id;

    protected InterviewDrafts Drafts => drafts;

    /// <summary>The version as it is kept now.</summary>
    protected int Version { get; private set; }

    /// <returns>Where to go instead, or null: nothing is asked before the statement, and nothing is left after sending.</returns>
    protected async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await own.FindAsync(id, cancellation) is not { } found)
        {
            return this.NotThere(InterviewLinks.MissingInterview);
        }

        if (!found.Interview.StatementConfirmed)
        {
            return Redirect(InterviewLinks.Begin(id));
        }

        if (await drafts.FindAsync(id, cancellation) is not { } draft)
        {
            return this.NotThere(InterviewLinks.MissingInterview);
        }

        Own = found;
        (Draft, Version) = draft;
        Questionnaire = await questionnaires.GetAsync(Draft.QuestionnaireId);
        return null;
    }
}
