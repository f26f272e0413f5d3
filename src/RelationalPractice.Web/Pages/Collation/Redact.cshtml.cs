using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>The answers as text, with what is hidden and what is proposed. Posting says that all that must be hidden is hidden.</summary>
public sealed class RedactModel(PracticeDbContext db, RawResponses raw, RedactionProposals proposals, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true, Name = CollationLinks.Done)]
    public RedactionDone? Done { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public SurveyResponse Opened { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public IReadOnlyList<AnswerProposals> Answers { get; private set; } = [];

    public int OpenProposals => Answers.Sum(answer => answer.Open.Count);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        // An address that somebody changed says nothing about the page.
        ModelState.Clear();
        return ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var shown = await ShowAsync(id, cancellation);
        if (shown is not PageResult)
        {
            return shown;
        }

        if (await ProblemAsync(id, cancellation) is { } problem)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", problem);
            return await ShowAsync(id, cancellation);
        }

        return Redirect(CollationLinks.Release(id));
    }

    /// <summary>Phrases by which the worker may guess who wrote, where the family gave no name.</summary>
    public IReadOnlyList<string> SelfIdentifyingIn(AnswerProposals answer) =>
        Opened.Tier == Tier.Named ? [] : SelfIdentifying.Find(RedactedText.Of(answer.Answer.Text, answer.Redactions));

    private async Task<string?> ProblemAsync(Guid id, CancellationToken cancellation)
    {
        if (Standing.Version != Version)
        {
            return Standing.ChangedMeanwhile;
        }

        if (OpenProposals > 0)
        {
            return OpenProposals == 1 ? "Answer the proposal first: hide it or leave it" : $"Answer the {OpenProposals} proposals first: hide or leave each";
        }

        var record = await db.RecordOfAsync(id, cancellation);
        if (record.Version != Version)
        {
            return Standing.ChangedMeanwhile;
        }

        record.RedactionDone(staff.Id);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.RedactionDone, staff.For(), id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return Standing.ChangedMeanwhile;
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        Opened = opened.Response;
        Standing = await Standing.OfAsync(db, id, cancellation);
        Answers = await proposals.OpenAsync(opened, Standing.Redactions, cancellation);
        return ModelState.IsValid ? Page() : this.PageWithErrors();
    }
}
