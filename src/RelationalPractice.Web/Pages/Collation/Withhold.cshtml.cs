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

/// <summary>Keeps a response from supervision, with a reason. It can be released later all the same.</summary>
public sealed class WithholdModel(PracticeDbContext db, RawResponses raw, Releasing releasing, CurrentStaff staff, TimeProvider clock) : PageModel
{
    private readonly InlineValidator<WithholdModel> _rules = new()
    {
        v => v.RuleFor(m => m.Reason)
            .NotEmpty().WithMessage("Say why it is withheld")
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
        : Standing.Release is not null || Opened is not WorkerResponse ? Redirect(CollationLinks.Release(id))
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

        if (Opened is WorkerResponse spoken && await WithholdAsync(spoken, cancellation))
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

    private async Task<bool> WithholdAsync(WorkerResponse response, CancellationToken cancellation)
    {
        var record = await db.RecordOfAsync(response.Id, cancellation);
        if (record.Version != Version || Standing.Release is not null)
        {
            return false;
        }

        try
        {
            await releasing.WithholdAsync(response, record, staff.For(Reason), LocalTime.Today(clock), cancellation);
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
