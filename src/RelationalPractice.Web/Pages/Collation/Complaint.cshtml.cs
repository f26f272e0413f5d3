using FluentValidation;
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

/// <summary>Writes down what a named family wants to happen with feedback that is really a complaint.</summary>
public sealed class ComplaintModel(PracticeDbContext db, RawResponses raw, CurrentStaff staff) : PageModel
{
    private static readonly Missing NobodyToAsk = new(
        "There is nobody to ask", "Only a family who gave their name can be asked whether they want to complain. The family may also have taken the response back.",
        CollationLinks.Queue(), "Go to the responses");

    private readonly InlineValidator<ComplaintModel> _rules = new()
    {
        v => v.RuleFor(m => m.Answer)
            .Must((m, _) => m.Chosen is not null).WithMessage("Choose what the family wants"),
        v => v.RuleFor(m => m.Note)
            .MaximumLength(ComplaintWish.NoteMaxLength).WithMessage($"The note must be {ComplaintWish.NoteMaxLength:N0} characters or fewer"),
    };

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>How often it had been written down when the page was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public Guid ResponseId { get; private set; }

    public ComplaintWish? Stored { get; private set; }

    public int TimesRecorded { get; private set; }

    public Recorded? LastRecorded { get; private set; }

    private ComplaintAnswer? Chosen => Enum.TryParse<ComplaintAnswer>(Answer, out var answer) && Enum.IsDefined(answer) ? answer : null;

    public static string InWords(ComplaintAnswer answer) => answer switch
    {
        ComplaintAnswer.ToBeAsked => "They have not been asked yet",
        ComplaintAnswer.WantsToComplain => "They want to complain",
        ComplaintAnswer.DoesNotWantTo => "They do not want to complain",
        ComplaintAnswer.NotReached => "They could not be reached",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, message: null),
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return this.NotThere(NobodyToAsk);
        }

        Answer = Stored?.Answer.ToString();
        Note = Stored?.Note;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AuditChain.HoldAsync(db, cancellation);
        if (!await LoadAsync(id, cancellation))
        {
            return this.NotThere(NobodyToAsk);
        }

        Note = WrittenText.Clean(Note);
        if (TimesRecorded > Seen)
        {
            ModelState.AddModelError(nameof(Answer), $"{LastRecorded?.Name ?? "A colleague"} wrote this down while you did. Read it above. What you chose is still here");
            return this.PageWithErrors();
        }

        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        if (Stored is null)
        {
            Stored = new ComplaintWish { ResponseId = id };
            db.Add(Stored);
        }

        db.AuditEvents.Add(Stored.Record(Chosen!.Value, Note.Length == 0 ? null : Note, staff.For()));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Redirect(CollationLinks.Response(id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        ResponseId = id;
        Stored = await db.ComplaintWishes.FindAsync([id], cancellation);
        var recorded = db.AuditEvents.Where(e => e.SubjectId == id && e.Kind == AuditEventKind.ComplaintWishRecorded);
        TimesRecorded = await recorded.CountAsync(cancellation);
        LastRecorded = await recorded.OrderByDescending(e => e.Number)
            .Join(db.Users, e => e.ActorId, s => (Guid?)s.Id, (e, s) => new Recorded(s.DisplayName, e.AtUtc))
            .FirstOrDefaultAsync(cancellation);
        return await raw.FindAsync(id, cancellation) is NamedResponse;
    }
}

public sealed record Recorded(string Name, DateTime AtUtc);
