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

public sealed class WordsModel(PracticeDbContext db, TriageList list, CurrentStaff staff, Chance chance) : PageModel
{
    private readonly InlineValidator<WordsModel> _rules = new()
    {
        v => v.RuleFor(m => m.Word)
            .Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Write a word or a phrase")
            .MaximumLength(TriageWord.TextMaxLength).WithMessage($"A word or phrase must be {TriageWord.TextMaxLength} characters or fewer")
            .Must(word => TriageWords.LettersIn(word!) >= TriageWord.TextMinLetters).WithMessage($"A word or phrase must have {TriageWord.TextMinLetters} letters or more")
            .Must((m, word) => m.List.All(listed => listed.Text != word)).WithMessage(m => OnTheList(m.Word))
            .Must((m, _) => m.List.Count < TriageWord.ListMax).WithMessage($"The list has {TriageWord.ListMax} words already. Remove one first"),
    };

    [BindProperty]
    public string? Word { get; set; }

    [BindProperty(SupportsGet = true, Name = CollationLinks.Moved)]
    public string? Moved { get; set; }

    public int? MovedJustNow => int.TryParse(Moved, out var moved) && moved >= 0 ? moved : null;

    public IReadOnlyList<TriageWord> List { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Word = TriageWord.Clean(Word);
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        var word = new TriageWord { Id = chance.NewId(), Text = Word };
        db.TriageWords.Add(word);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.TriageWordAdded, staff.For(Word), word.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsUnique())
        {
            // A colleague added it in the same moment.
            db.ChangeTracker.Clear();
            await LoadAsync(cancellation);
            ModelState.AddModelError(nameof(Word), OnTheList(Word));
            return this.PageWithErrors();
        }

        return Redirect(CollationLinks.Words(await list.ChangedAsync(cancellation)));
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        List = await db.TriageWords.AsNoTracking().OrderBy(word => word.Text).ToListAsync(cancellation);

    private static string OnTheList(string? word) => $"“{word}” is on the list already";
}
