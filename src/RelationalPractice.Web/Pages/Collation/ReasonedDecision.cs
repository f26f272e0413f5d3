using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>A decision about a response that wants a reason and holds only for what its maker saw.</summary>
/// <param name="sayWhy">What the page says when the reason is missing.</param>
public abstract class ReasonedDecision(PracticeDbContext db, RawResponses raw, string sayWhy) : PageModel
{
    private readonly InlineValidator<ReasonedDecision> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .NotEmpty().WithMessage(sayWhy)
            .MaximumLength(Release.ReasonMaxLength).WithMessage(DecisionReason.TooLong)
            .Must((m, reason) => !RedactedText.IsRepeatedIn(reason, m.Standing.HiddenWords(m.Opened.Answers))).WithMessage(DecisionReason.RepeatsHiddenWords),
    };

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public SurveyResponse Opened { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    /// <summary>Whether there is anything to decide, as the response stands.</summary>
    protected abstract bool IsOpen { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        !await OpenAsync(id, cancellation) ? this.NotThere(RawResponses.TakenBack)
        : !IsOpen ? Redirect(CollationLinks.Release(id))
        : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        Reason = WrittenText.Clean(Reason);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        if (Opened is WorkerResponse spoken && await TryAsync(spoken, cancellation))
        {
            return Redirect(CollationLinks.Release(id));
        }

        db.ChangeTracker.Clear();
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        ModelState.AddModelError("", Standing.ChangedMeanwhile);
        return this.PageWithErrors();
    }

    protected abstract Task CarryOutAsync(WorkerResponse response, CollationRecord record, CancellationToken cancellation);

    private async Task<bool> TryAsync(WorkerResponse response, CancellationToken cancellation)
    {
        var record = await db.RecordOfAsync(response.Id, cancellation);
        if (record.Version != Version || !IsOpen)
        {
            return false;
        }

        try
        {
            await CarryOutAsync(response, record, cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return false;
        }
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is not { } response)
        {
            return false;
        }

        await db.Entry(response).Collection(r => r.Answers).LoadAsync(cancellation);
        Standing = await Standing.OfAsync(db, id, cancellation);
        Opened = response;
        return true;
    }
}
