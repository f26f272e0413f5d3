using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Supervision;

/// <summary>What a manager and a worker made of released feedback. The form carries the record's identifier, so that sending it twice keeps it once.</summary>
public sealed class RecordModel(
    ReleasedResponses released, SupervisionRecording recording, CurrentStaff staff, Chance chance, TimeProvider clock, IConfiguration configuration) : PageModel
{
    private readonly InlineValidator<RecordModel> _rules = new()
    {
        v => v.RuleFor(m => m.HeldOn)
            .Must(typed => TypedDay.Parse(typed) is not null).WithMessage("Give the day of the supervision, such as 3 March 2026")
            .Must((m, typed) => TypedDay.Parse(typed) <= m.Today).WithMessage("The supervision cannot be in the future: write it down afterwards")
            .Must((m, typed) => TypedDay.Parse(typed) >= m.Today.AddMonths(-SupervisionRecord.WrittenWithinMonths))
                .WithMessage($"The day of the supervision must be within the last {SupervisionRecord.WrittenWithinMonths} months"),
        v => v.RuleFor(m => m.Recognised)
            .MaximumLength(SupervisionRecord.RecognisedMaxLength).WithMessage($"What was recognised must be {SupervisionRecord.RecognisedMaxLength:N0} characters or fewer"),
        v => v.RuleFor(m => m.FollowUpOn)
            .Must(typed => string.IsNullOrWhiteSpace(typed) || TypedDay.Parse(typed) is not null).WithMessage("Give the day of the follow-up, such as 3 May 2026, or leave it empty")
            .Must((m, typed) => TypedDay.Parse(typed) is not { } day || day > (TypedDay.Parse(m.HeldOn) ?? DateOnly.MinValue)).WithMessage("The follow-up must be after the supervision"),
    };

    [BindProperty]
    public Guid RecordId { get; set; }

    [BindProperty]
    public string? HeldOn { get; set; }

    [BindProperty]
    public string? Recognised { get; set; }

    [BindProperty]
    public string? FollowUpOn { get; set; }

    [BindProperty]
    public IList<Talk> Talks { get; set; } = [];

    public WorkerFeedback Feedback { get; private set; } = null!;

    /// <summary>In the order of <see cref="Talks"/>: what waits, then what was talked about before.</summary>
    public IReadOnlyList<ReleasedResponse> Offered { get; private set; } = [];

    private DateOnly Today => LocalTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(SupervisionLinks.Missing);
        }

        RecordId = chance.NewId();
        HeldOn = TypedDay.Format(Today);
        return Offered.Count == 0 ? Redirect(SupervisionLinks.Worker(id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var sent = Talks;
        if (!await FindAsync(id, cancellation))
        {
            return this.NotThere(SupervisionLinks.Missing);
        }

        RecordId = RecordId == Guid.Empty ? chance.NewId() : RecordId;
        Recognised = WrittenText.Clean(Recognised);
        await CheckTalksAsync(sent, cancellation);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        var shownAsWaiting = sent.Where(talk => talk.Waiting).Select(talk => talk.ResponseId).ToList();
        switch (await recording.KeepAsync(Made(id), shownAsWaiting, Message, staff.For(), cancellation))
        {
            case RecordingResult.Kept:
                return Redirect(SupervisionLinks.Worker(id, SupervisionLinks.SavedNow));
            case RecordingResult.KeptBefore:
                return Redirect(SupervisionLinks.Worker(id, SupervisionLinks.SavedBefore));
            case RecordingResult.TakenBack:
                ModelState.AddModelError("", "A family took their feedback back at this moment. The rest of what you wrote is still here: save it again");
                break;
            case RecordingResult.RecordedMeanwhile:
                ModelState.AddModelError("", "Somebody else wrote down a supervision about some of this while you were writing. What you wrote is still here. Look at theirs on the worker’s page, and save again if yours belongs beside it");
                break;
        }

        await FindAsync(id, cancellation);
        return this.PageWithErrors();
    }

    private async Task<bool> FindAsync(Guid workerId, CancellationToken cancellation)
    {
        if (await released.OfWorkerAsync(workerId, released.Managed, cancellation) is not { } feedback)
        {
            return false;
        }

        var typed = Talks.DistinctBy(talk => talk.ResponseId).ToDictionary(talk => talk.ResponseId);
        Feedback = feedback;
        Offered = [.. feedback.Readable.OrderByDescending(r => r.IsWaiting)];
        Talks = [.. Offered.Select(r => (typed.GetValueOrDefault(r.Release.ResponseId) ?? new Talk { ResponseId = r.Release.ResponseId }).Cleaned(r.IsWaiting))];
        return true;
    }

    /// <summary>What is no longer among the worker's released feedback cannot be talked about; what never was is written into the log.</summary>
    private async Task CheckTalksAsync(IList<Talk> sent, CancellationToken cancellation)
    {
        foreach (var talk in sent.Where(talk => talk.HasSomething && !Talks.Any(offered => offered.ResponseId == talk.ResponseId)))
        {
            ModelState.AddModelError("", "Some of the feedback is not here any more: a family may have taken it back. The rest of what you wrote is still here");
            if (!Feedback.TakenBack.Any(r => r.Release.ResponseId == talk.ResponseId))
            {
                await released.WriteAsync(AuditEventKind.EntryRefused, talk.ResponseId, cancellation);
            }
        }

        foreach (var (field, message) in Talk.ProblemsOf(Talks))
        {
            ModelState.AddModelError(field, message);
        }
    }

    private SupervisionRecord Made(Guid workerId)
    {
        var record = new SupervisionRecord
        {
            Id = RecordId,
            WorkerId = workerId,
            ManagerId = staff.Id,
            HeldOn = TypedDay.Parse(HeldOn)!.Value,
            Recognised = Recognised is { Length: > 0 } ? Recognised : null,
            FollowUpOn = TypedDay.Parse(FollowUpOn),
        };
        foreach (var talk in Talks)
        {
            talk.AddTo(record);
        }

        return record;
    }

    /// <summary>Says neither who writes nor what about: other people read telephones.</summary>
    private string Message(DateOnly receivedOn) =>
        $"There is news about what you told us on {StaffWords.Of(receivedOn)}. Your code shows it: {FamilyAddress.OfPage(configuration, Request, FamilyLinks.Code)}";
}
