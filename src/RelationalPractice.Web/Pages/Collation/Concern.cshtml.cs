using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>
/// What was done about a risk that a reader saw. It needs nothing of what the family wrote, so it goes on when they take that back.
/// </summary>
public sealed class ConcernModel(PracticeDbContext db, AuthorityDetails authority, CurrentStaff staff, Chance chance) : PageModel
{
    private readonly InlineValidator<ConcernModel> _rules = new()
    {
        v => v.RuleFor(m => m.Step)
            .Must((m, _) => m.ChosenStep is not null).WithMessage("Choose what happened"),
        v => v.RuleFor(m => m.ToWhom)
            .NotEmpty().When(m => m.ChosenStep == ConcernStep.Escalated).WithMessage("Say whom you told")
            .MaximumLength(ConcernEntry.ToWhomMaxLength).WithMessage($"Whom you told must be {ConcernEntry.ToWhomMaxLength} characters or fewer"),
        v => v.RuleFor(m => m.Words)
            .NotEmpty().WithMessage("Write down what happened")
            .MaximumLength(ConcernEntry.WordsMaxLength).WithMessage($"What happened must be {ConcernEntry.WordsMaxLength:N0} characters or fewer"),
    };

    [BindProperty]
    public string? Step { get; set; }

    [BindProperty]
    public string? ToWhom { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>How much had been done when the page was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public Guid ResponseId { get; private set; }

    public IReadOnlyList<ConcernView> Concerns { get; private set; } = [];

    public bool IsTakenBack { get; private set; }

    public AuthorityView Council { get; private set; } = null!;

    public bool HasOpen => Concerns is [{ IsClosed: false }, ..];

    public bool MayAdd => HasOpen || !IsTakenBack;

    public int Count => Concerns.Sum(concern => concern.Entries.Count);

    private ConcernStep? ChosenStep => !HasOpen ? ConcernStep.Escalated
        : Enum.TryParse<ConcernStep>(Step, out var step) && Enum.IsDefined(step) ? step : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : this.NotThere(RawResponses.TakenBack);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AuditChain.HoldAsync(db, cancellation);
        if (!await LoadAsync(id, cancellation) || !MayAdd)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        ToWhom = WrittenText.CleanLine(ToWhom);
        Words = WrittenText.Clean(Words);
        if (Count > Seen)
        {
            ModelState.AddModelError(nameof(Words), $"{Concerns.SelectMany(c => c.Entries).MaxBy(e => e.Entry.AtUtc)!.By} added to this while you wrote. Read it above. What you wrote is still here");
            return this.PageWithErrors();
        }

        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        await AddAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Redirect(CollationLinks.Concern(id));
    }

    private async Task AddAsync(CancellationToken cancellation)
    {
        var concern = await db.SafeguardingConcerns.Include(c => c.Entries).SingleOrDefaultAsync(c => c.ResponseId == ResponseId && !c.IsClosed, cancellation);
        if (concern is null)
        {
            concern = new SafeguardingConcern { Id = chance.NewId(), ResponseId = ResponseId };
            db.Add(concern);
        }

        var step = ChosenStep!.Value;
        db.AuditEvents.Add(concern.Add(chance.NewId(), step, step == ConcernStep.Escalated ? ToWhom : null, Words!, staff.For()));
        // It brings its identifier along, which would be taken for that of a row that is there already.
        db.Add(concern.Entries[^1]);
        await db.SaveChangesAsync(cancellation);
    }

    /// <returns>Whether there is a response that can be read, or one that was taken back but left a concern.</returns>
    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var state = await db.SurveyResponses.Where(r => r.Id == id).Select(r => (ResponseState?)r.State).SingleOrDefaultAsync(cancellation);
        ResponseId = id;
        IsTakenBack = state == ResponseState.Withdrawn;
        Concerns = await ConcernView.OfAsync(db, id, cancellation);
        Council = await authority.GetAsync();
        return state is not null && (!IsTakenBack || Concerns.Count > 0);
    }
}
