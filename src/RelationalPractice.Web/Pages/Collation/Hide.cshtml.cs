using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Hides words of one answer: those that were selected on the page before, or those that are typed here.</summary>
public sealed class HideModel(RawResponses raw, Hiding hiding, CurrentStaff staff) : PageModel
{
    private readonly InlineValidator<HideModel> _rules = new()
    {
        v => v.RuleFor(m => m.QuestionKey).Must((m, _) => m.Answer is not null).WithMessage("Choose the answer in which they stand"),
        v => v.RuleFor(m => m.Kind).NotNull().WithMessage("Choose what they are"),
        v => v.RuleFor(m => m.Words)
            .Must(words => !string.IsNullOrEmpty(words)).WithMessage("Type the words to hide")
            .Must((m, _) => m.Answer is null || m.Places.Count > 0).WithMessage("Those words do not stand in this answer. Type them exactly as they are written")
            .When(m => !m.IsSelection),
        v => v.RuleFor(m => m.Place)
            .Must((m, place) => place is null || (place >= 1 && place <= m.Places.Count))
            .WithMessage(m => m.Places.Count == 1 ? "They stand there once: leave this empty" : $"They stand there {m.Places.Count} times: type a number from 1 to {m.Places.Count}, or leave this empty")
            .When(m => m.Places.Count > 0 && !m.IsSelection),
    };

    [BindProperty(SupportsGet = true, Name = CollationLinks.Question)]
    public string? Question { get; set; }

    [BindProperty]
    public string? QuestionKey { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public int? Place { get; set; }

    [BindProperty]
    public RedactionKind? Kind { get; set; }

    /// <summary>With <see cref="End"/>, in code points: what was selected.</summary>
    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public int? End { get; set; }

    public SurveyResponse Opened { get; private set; } = null!;

    public IReadOnlyList<WrittenAnswer> Answers { get; private set; } = [];

    public WrittenAnswer? Answer => Answers.FirstOrDefault(answer => answer.QuestionKey == QuestionKey);

    private bool IsSelection => Start is not null && End is not null;

    private IReadOnlyList<Stretch> Places { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        QuestionKey = Question;
        return await OpenAsync(id, cancellation) ? Page() : this.NotThere(RawResponses.TakenBack);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        Words = WrittenText.Clean(Words);
        Places = Answer is { } answer ? RedactedText.PlacesOf(answer.Text, Words) : [];
        NameWhatIsNoNumberOrKind();
        if (!await this.IsValidAsync(_rules))
        {
            return this.PageWithErrors();
        }

        var stretches = IsSelection ? [new Stretch(Start!.Value, End!.Value)] : Place is { } place ? [Places[place - 1]] : Places;
        var there = await hiding.HideAsync(id, [.. stretches.Select(stretch => new ToHide(QuestionKey!, stretch, Kind!.Value))], staff.For(), cancellation);
        return there ? Redirect(CollationLinks.Redact(id, RedactionDone.Hidden, QuestionKey)) : this.NotThere(RawResponses.TakenBack);
    }

    private void NameWhatIsNoNumberOrKind()
    {
        // No person types these: without them nothing is selected, and the words are asked for.
        ModelState.Remove(nameof(Start));
        ModelState.Remove(nameof(End));
        foreach (var (field, message) in new[] { (nameof(Place), "Type a number, such as 1, or leave this empty"), (nameof(Kind), "Choose what they are") })
        {
            if (ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0)
            {
                entry.Errors.Clear();
                ModelState.AddModelError(field, message);
            }
        }
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { } opened)
        {
            return false;
        }

        Opened = opened.Response;
        Answers = WrittenAnswer.Of(opened.Questionnaire, opened.Response.Answers);
        return true;
    }
}
