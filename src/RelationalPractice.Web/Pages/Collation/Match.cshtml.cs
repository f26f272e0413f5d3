using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Whom the family means: proposed by the name they typed, decided by a person.</summary>
public sealed class MatchModel(PracticeDbContext db, RawResponses raw, PersonalDataProtector personalData, CurrentStaff staff) : PageModel
{
    private const string NotChosen = "Choose whom the family means";
    private const int SearchMaxLength = Worker.NameMaxLength;

    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? Search { get; set; }

    /// <summary>Set by the button that searches; a search is posted, so that no name stands in an address.</summary>
    [BindProperty]
    public string? Find { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Guid ResponseId { get; private set; }

    /// <summary>Null when the response is anonymous, and so about nobody.</summary>
    public WorkerResponse? Opened { get; private set; }

    public string? Typed { get; private set; }

    public Standing Standing { get; private set; } = null!;

    /// <summary>What was decided before, perhaps by a colleague.</summary>
    public string? Now { get; private set; }

    public IReadOnlyList<RadioOption> Options { get; private set; } = [];

    public bool FoundNobody { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (Find is not null)
        {
            return await ShowAsync(id, cancellation);
        }

        if (await ProblemAsync(id, cancellation) is { } problem)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError(problem == NotChosen ? nameof(Choice) : "", problem);
            return await ShowAsync(id, cancellation);
        }

        return Redirect(CollationLinks.Redact(id, RedactionDone.Matched));
    }

    private async Task<string?> ProblemAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is not WorkerResponse response)
        {
            return "There is no worker to match";
        }

        var record = await db.RecordOfAsync(id, cancellation);
        if (record.Version != Version || await db.Releases.AnyAsync(r => r.ResponseId == id && r.Decision == ReleaseDecision.Released, cancellation))
        {
            return Standing.ChangedMeanwhile;
        }

        if (!await DecideAsync(response, cancellation))
        {
            return NotChosen;
        }

        record.Changed();
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.WorkerMatched, staff.For(response.WorkerMatch.ToString()), id));
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

    private async Task<bool> DecideAsync(WorkerResponse response, CancellationToken cancellation)
    {
        if (Guid.TryParse(Choice, out var workerId) && await db.Workers.AnyAsync(w => w.Id == workerId, cancellation))
        {
            response.MatchTo(workerId);
            return true;
        }

        if (Choice is not (WorkerOptions.NotKnown or WorkerOptions.MoreThanOne))
        {
            return false;
        }

        response.MatchNobody(Choice == WorkerOptions.NotKnown ? WorkerMatch.NotKnown : WorkerMatch.MoreThanOne);
        return true;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        (ResponseId, Opened) = (id, opened.Response as WorkerResponse);
        return Opened is null ? Result() : await ShowAsync(Opened, cancellation);
    }

    private async Task<IActionResult> ShowAsync(WorkerResponse response, CancellationToken cancellation)
    {
        Standing = await Standing.OfAsync(db, response.Id, cancellation);
        Typed = personalData.Reveal(response.WorkerNameTyped);
        Search = WrittenText.CleanLine(Search);
        if (Search.Length > SearchMaxLength)
        {
            ModelState.AddModelError(nameof(Search), $"What you search for must be {SearchMaxLength} characters or fewer");
        }

        Choice ??= response.WorkerMatch switch
        {
            WorkerMatch.One => response.MatchedWorkerId.ToString(),
            WorkerMatch.MoreThanOne => WorkerOptions.MoreThanOne,
            WorkerMatch.NotKnown => WorkerOptions.NotKnown,
            _ => null,
        };
        Options = await OptionsAsync(response, cancellation);
        return Result();
    }

    private PageResult Result() => ModelState.IsValid ? Page() : this.PageWithErrors();

    private async Task<IReadOnlyList<RadioOption>> OptionsAsync(WorkerResponse response, CancellationToken cancellation)
    {
        var workers = await db.Workers
            .Select(w => new KnownWorker(w.Id, w.Name, w.TeamId, w.Team!.Name, w.LeftOn))
            .ToListAsync(cancellation);
        Now = response.WorkerMatch switch
        {
            WorkerMatch.One => workers.Where(w => w.Id == response.MatchedWorkerId).Select(w => $"{w.Name}, {w.Team}").Single(),
            WorkerMatch.MoreThanOne => "More than one worker",
            WorkerMatch.NotKnown => "Not known",
            _ => null,
        };
        var found = ModelState.IsValid ? WorkerMatcher.Rank(Search, workers, new CameBy(null, null)) : [];
        FoundNobody = Search!.Length > 0 && found.Count == 0;
        var proposed = WorkerMatcher.Rank(Typed, workers, new CameBy(response.WorkerId, response.TeamId));
        var chosen = workers.Where(w => w.Id.ToString() == Choice).Select(w => new WorkerCandidate(w, []));
        return WorkerOptions.Of(found, proposed, chosen);
    }
}
