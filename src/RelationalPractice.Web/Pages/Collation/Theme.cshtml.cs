using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class ThemeModel(PracticeDbContext db, RawResponses raw, ThemeCoder coder, ThemeSuggestions suggestions, CodingTurnOf turns, CurrentStaff staff) : PageModel
{
    private IReadOnlyDictionary<Guid, Theme> _codebook = new Dictionary<Guid, Theme>();

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

    public SurveyResponse Opened { get; private set; } = null!;

    public CodingTurn Turn { get; private set; }

    /// <summary>Who has said that the themes are done, on this turn.</summary>
    public string? DoneBy { get; private set; }

    public bool CanSayDone => DoneBy is null;

    public IReadOnlyList<Theme> Codebook { get; private set; } = [];

    public IReadOnlyList<AnswerToCode> Answers { get; private set; } = [];

    public (Theme From, Theme To)? MovedTheme =>
        Moved is { } moved && _codebook.GetValueOrDefault(moved) is { MergedIntoId: not null } from ? (from, ThemeCoder.Follow(from, _codebook)) : null;

    public IReadOnlyList<string> FieldsInOrder =>
        QuestionKey is { } key ? [FieldId(key, "Words"), FieldId(key, "Themes"), FieldId(key, "Direction")] : [];

    public static string FieldId(string questionKey, string field) => $"{questionKey}-{field}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await ShowAsync(id, cancellation) ? Page() : this.NotThere(RawResponses.TakenBack);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ShowAsync(id, cancellation) || Answers.FirstOrDefault(a => a.Key == QuestionKey) is not { } answer)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        var (stretch, chosen) = (StretchIn(answer), ChosenThemes(answer));
        if (!Enum.TryParse<ThemeDirection>(Direction, out var direction) || !Enum.IsDefined(direction))
        {
            ModelState.AddModelError(FieldId(answer.Key, "Direction"), "Choose whether it is positive, negative or mixed");
        }

        if (SeenTurn != Turn)
        {
            ModelState.AddModelError("", "A colleague has said that these themes are done while you had them open. You are now the second coder: what you chose is still here, press the button again to keep it as yours");
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        var wanted = new NewCodings(id, answer.Key, stretch, chosen, direction, Turn == CodingTurn.Second);
        if (await coder.AddAsync(wanted, staff.For(), cancellation) is not { } outcome)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        if (outcome.NotInUse is [var retired, ..])
        {
            ModelState.AddModelError(FieldId(answer.Key, "Themes"), $"“{retired.Name}” was retired while you coded. Choose another theme");
            return this.PageWithErrors();
        }

        return Redirect(CollationLinks.Theme(id, answer.Key, outcome.Merged.FirstOrDefault()?.Id));
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
        var chosen = ThemeIds.Where(_codebook.ContainsKey).ToList();
        var name = WrittenText.CleanLine(ThemeName);
        if (name.Length > 0)
        {
            var named = _codebook.Values.FirstOrDefault(theme => string.Equals(theme.Name, name, StringComparison.OrdinalIgnoreCase));
            if (named is null)
            {
                ModelState.AddModelError(FieldId(answer.Key, "Themes"), "No theme has this name. Choose one from the list, or add it to the themes first");
            }
            else
            {
                chosen.Add(named.Id);
            }
        }
        else if (chosen.Count == 0)
        {
            ModelState.AddModelError(FieldId(answer.Key, "Themes"), "Choose at least one theme");
        }

        return [.. chosen.Distinct()];
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { Response: var response, Questionnaire: var questionnaire })
        {
            return false;
        }

        Opened = response;
        Turn = await turns.GetAsync(id, cancellation);
        DoneBy = await turns.DoneByAsync(id, Turn, cancellation);
        _codebook = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Id, cancellation);
        Codebook = [.. _codebook.Values.Where(theme => theme.IsActive).OrderBy(theme => theme.Name, StringComparer.CurrentCulture)];
        var (second, coderId) = (Turn == CodingTurn.Second, staff.Id);
        var codings = await db.Codings.AsNoTracking()
            .Where(c => c.ResponseId == id && c.Second == second && (!second || c.CoderId == coderId)).ToListAsync(cancellation);
        var suggester = await suggestions.GetAsync(Codebook, without: id, cancellation);
        Answers =
        [
            .. from question in questionnaire.Questions.OfType<TextQuestion>()
               join answer in response.Answers on question.Key equals answer.QuestionKey
               where answer.Text is not null
               select ToCode(question, answer.Text!, codings, suggester),
        ];
        return true;
    }

    private AnswerToCode ToCode(TextQuestion question, string text, List<Coding> codings, ThemeSuggester suggester)
    {
        var typed = QuestionKey == question.Key ? new TypedCoding(Words, Start, End, ThemeIds, ThemeName, Direction) : null;
        var offered = suggester.Suggest(question.Key, text).Select(suggestion => suggestion.ThemeId).Concat(typed?.ThemeIds ?? []).Distinct();
        var kept = codings.Where(c => c.QuestionKey == question.Key).OrderBy(c => c.Start ?? -1).ThenBy(c => c.End).ThenBy(c => _codebook[c.ThemeId].Name, StringComparer.CurrentCulture);
        return new AnswerToCode(
            question.Key,
            question.Label,
            $"{question.Number}. {GlossaryText.Plain(question.Wording)}",
            text,
            [.. kept.Select(c => new KeptCoding(c.Id, _codebook[c.ThemeId].Name, c.Direction, c.Stretch?.Of(text)))],
            [.. offered.Select(_codebook.GetValueOrDefault).OfType<Theme>()],
            typed);
    }
}

/// <param name="Offered">Suggested, and what was chosen before.</param>
/// <param name="Typed">What was posted for this answer and could not be kept.</param>
public sealed record AnswerToCode(
    string Key, string Label, string Heading, string Text, IReadOnlyList<KeptCoding> Codings, IReadOnlyList<Theme> Offered, TypedCoding? Typed);

/// <param name="Words">Null: the whole answer.</param>
public sealed record KeptCoding(Guid Id, string Theme, ThemeDirection Direction, string? Words);

public sealed record TypedCoding(string? Words, int? Start, int? End, IReadOnlyList<Guid> ThemeIds, string? ThemeName, string? Direction);
