using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

/// <summary>Whom the family must not be interviewed by: proposed by the name they gave, decided by a person.</summary>
public sealed class WorkerModel(PracticeDbContext db, OpenedWishes wishes, PersonalDataProtector personalData, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? Search { get; set; }

    /// <summary>Set by the button that searches; a search is posted, so that no name stands in an address.</summary>
    [BindProperty]
    public string? Find { get; set; }

    public OpenedWish Opened { get; private set; } = null!;

    public IReadOnlyList<RadioOption> Options { get; private set; } = [];

    public bool FoundNobody { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await ShowAsync(id, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await ShowAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Find is not null)
        {
            return ModelState.IsValid ? Page() : this.PageWithErrors();
        }

        var worker = Guid.TryParse(Choice, out var workerId) ? await db.Workers.FindAsync([workerId], cancellation) : null;
        if (worker is null && Choice != WorkerOptions.NotKnown)
        {
            ModelState.AddModelError(nameof(Choice), "Choose their worker, or “Not known”");
            return this.PageWithErrors();
        }

        if (await KeepAsync(id, worker, cancellation))
        {
            return Redirect(InterviewLinks.Wish(id));
        }

        ModelState.AddModelError("", "Somebody else changed this wish meanwhile. Look at it again");
        return await ShowAsync(id, cancellation) ?? this.PageWithErrors();
    }

    private async Task<bool> KeepAsync(Guid id, Worker? worker, CancellationToken cancellation)
    {
        // A booked interview keeps whom it was checked against.
        if (await db.InterviewRequests.FindAsync([id], cancellation) is not { State: InterviewRequestState.Asked } wish)
        {
            return false;
        }

        // A worker without an account is known by name: their manager is left out by it.
        wish.WorkerNameTyped = worker is null ? wish.WorkerNameTyped : personalData.Protect(worker.Name);
        db.AuditEvents.Add(wish.FindWorker(worker?.StaffMemberId, staff.For()));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<IActionResult?> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await wishes.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(InterviewLinks.MissingWish);
        }

        Opened = opened;
        Search = WrittenText.CleanLine(Search);
        if (Search.Length > Worker.NameMaxLength)
        {
            ModelState.AddModelError(nameof(Search), $"What you search for must be {Worker.NameMaxLength} characters or fewer");
        }

        var workers = await db.Workers.Select(w => new KnownWorker(w.Id, w.Name, w.TeamId, w.Team!.Name, w.LeftOn)).ToListAsync(cancellation);
        var found = ModelState.IsValid ? WorkerMatcher.Rank(Search, workers, new CameBy(null, null)) : [];
        FoundNobody = Search.Length > 0 && found.Count == 0;
        var proposed = WorkerMatcher.Rank(opened.WorkerName, workers, new CameBy(null, null));
        Options =
        [
            .. WorkerOptions.Of(found, proposed, workers.Where(w => w.Id.ToString() == Choice).Select(w => new WorkerCandidate(w, [])))
                .Where(option => option.Value is not (WorkerOptions.NotKnown or WorkerOptions.MoreThanOne)),
            new RadioOption(WorkerOptions.NotKnown, "Not known", "Nobody fits, they did not say, or they have no worker any more."),
        ];
        return null;
    }
}
