using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Takes released feedback back out of supervision, with a reason: every copy goes. It can be released again.</summary>
public sealed class UndoReleaseModel(PracticeDbContext db, RawResponses raw, Releasing releasing, CurrentStaff staff, TimeProvider clock) : PageModel
{
    private readonly InlineValidator<UndoReleaseModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .NotEmpty().WithMessage("Say why the release is undone")
            .MaximumLength(Release.ReasonMaxLength).WithMessage(DecisionReason.TooLong)
            .Must((m, reason) => !RedactedText.IsRepeatedIn(reason, m.Standing.HiddenWords(m.Opened.Answers))).WithMessage(DecisionReason.RepeatsHiddenWords),
    };

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public SurveyResponse Opened { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, cancellation) is null ? this.NotThere(RawResponses.TakenBack)
        : !Standing.IsReleased ? Redirect(CollationLinks.Release(id))
        : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is not { } response)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        Reason = WrittenText.Clean(Reason);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        if (Opened is WorkerResponse spoken && await UndoAsync(spoken, cancellation))
        {
            return Redirect(CollationLinks.Release(id));
        }

        db.ChangeTracker.Clear();
        if (await OpenAsync(id, cancellation) is null)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        ModelState.AddModelError("", Standing.ChangedMeanwhile);
        return this.PageWithErrors();
    }

    private async Task<bool> UndoAsync(WorkerResponse response, CancellationToken cancellation)
    {
        var record = await db.RecordOfAsync(response.Id, cancellation);
        var release = await db.Releases.Include(r => r.Excerpts).SingleOrDefaultAsync(r => r.ResponseId == response.Id, cancellation);
        if (record.Version != Version || release is not { Decision: ReleaseDecision.Released })
        {
            return false;
        }

        try
        {
            await releasing.UndoAsync(response, record, release, staff.For(Reason), LocalTime.Today(clock), cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return false;
        }
    }

    private async Task<SurveyResponse?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is not { } response)
        {
            return null;
        }

        await db.Entry(response).Collection(r => r.Answers).LoadAsync(cancellation);
        Standing = await Standing.OfAsync(db, id, cancellation);
        return Opened = response;
    }
}
