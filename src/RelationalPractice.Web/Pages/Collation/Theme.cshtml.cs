using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class ThemeModel(CodingSheets sheets, ThemeCoder coder, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public string? QuestionKey { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Set by the script when words were selected: tells apart words that stand in the answer more than once.</summary>
    [BindProperty]
    public int? Start { get; set; }

    [BindProperty]
    public int? End { get; set; }

    [BindProperty]
    public IReadOnlyList<Guid> ThemeIds { get; set; } = [];

    [BindProperty]
    public string? ThemeName { get; set; }

    [BindProperty]
    public string? Direction { get; set; }

    [BindProperty]
    public CodingTurn SeenTurn { get; set; }

    [BindProperty(SupportsGet = true, Name = CollationLinks.Moved)]
    public Guid? Moved { get; set; }

    public Guid ResponseId { get; private set; }

    public CodingSheet Sheet { get; private set; } = null!;

    public (Theme From, Theme To)? MovedTheme =>
        Moved is { } moved && Sheet.Codebook.GetValueOrDefault(moved) is { MergedIntoId: not null } from ? (from, ThemeCoder.Follow(from, Sheet.Codebook)) : null;

    public IReadOnlyList<string> FieldsInOrder =>
        QuestionKey is { } key ? [FieldId(key, "Words"), FieldId(key, "Themes"), FieldId(key, "Direction")] : [];

    public static string FieldId(string questionKey, string field) => $"{questionKey}-{field}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, cancellation) ? Page() : this.NotThere(RawResponses.TakenBack);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation) || Sheet.Answers.FirstOrDefault(a => a.Key == QuestionKey) is not { } answer)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        var (stretch, chosen) = (StretchIn(answer), ChosenThemes(answer));
        if (!Enum.TryParse<ThemeDirection>(Direction, out var direction) || !Enum.IsDefined(direction))
        {
            ModelState.AddModelError(FieldId(answer.Key, "Direction"), "Choose whether it is positive, negative or mixed");
        }

        if (SeenTurn != Sheet.Turn)
        {
            ModelState.AddModelError("", "A colleague has said that these themes are done while you had them open. You are now the second coder: what you chose is still here, press the button again to keep it as yours");
        }

        return ModelState.IsValid
            ? await CodeAsync(new NewCodings(id, answer.Key, stretch, chosen, direction, Sheet.Turn == CodingTurn.Second), cancellation)
            : this.PageWithErrors();
    }

    private async Task<IActionResult> CodeAsync(NewCodings wanted, CancellationToken cancellation)
    {
        if (await coder.AddAsync(wanted, staff.For(), cancellation) is not { } outcome)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        if (outcome.NotInUse is [var retired, ..])
        {
            ModelState.AddModelError(FieldId(wanted.QuestionKey, "Themes"), $"“{retired.Name}” was retired while you coded. Choose another theme");
            return this.PageWithErrors();
        }

        return Redirect(CollationLinks.Theme(wanted.ResponseId, wanted.QuestionKey, outcome.Merged.FirstOrDefault()?.Id));
    }

    private CodedStretch? StretchIn(AnswerToCode answer)
    {
        var words = WrittenText.CleanLine(Words);
        if (words.Length == 0)
        {
            return null;
        }

        if ((Start, End) is ({ } start, { } end) && new CodedStretch(start, end) is var selected && selected.Holds(answer.Text, words))
        {
            return selected;
        }

        var (stretch, finding) = CodedStretch.Find(answer.Text, words);
        if (finding != CodedStretch.Finding.Once)
        {
            ModelState.AddModelError(FieldId(answer.Key, "Words"), finding == CodedStretch.Finding.Nowhere
                ? "These words do not stand in the answer. Copy them as they are, or leave this empty for the whole answer"
                : "These words stand in the answer more than once. Add the words before or after them");
        }

        return stretch;
    }

    private List<Guid> ChosenThemes(AnswerToCode answer)
    {
        var chosen = ThemeIds.Where(Sheet.Codebook.ContainsKey).ToList();
        var name = WrittenText.CleanLine(ThemeName);
        if (name.Length == 0 && chosen.Count == 0)
        {
            ModelState.AddModelError(FieldId(answer.Key, "Themes"), "Choose at least one theme");
        }
        else if (name.Length > 0)
        {
            var named = Sheet.Codebook.Values.FirstOrDefault(theme => string.Equals(theme.Name, name, StringComparison.OrdinalIgnoreCase));
            if (named is null)
            {
                ModelState.AddModelError(FieldId(answer.Key, "Themes"), "No theme has this name. Choose one from the list, or add it to the themes first");
            }
            else
            {
                chosen.Add(named.Id);
            }
        }

        return [.. chosen.Distinct()];
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var typed = QuestionKey is { } key ? new TypedCoding(key, Words, Start, End, ThemeIds, ThemeName, Direction) : null;
        if (await sheets.OpenAsync(id, typed, cancellation) is not { } sheet)
        {
            return false;
        }

        (ResponseId, Sheet) = (id, sheet);
        return true;
    }
}
