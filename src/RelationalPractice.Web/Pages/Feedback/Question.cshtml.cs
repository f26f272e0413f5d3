using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Hosting.Problems;
using RelationalPractice.Web.Pages.Shared;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>One question. Nothing needs an answer; what is posted out of order is kept all the same.</summary>
public sealed class QuestionModel(DraftStore drafts, Questionnaires questionnaires, Receipts receipts, Glossary glossary)
    : FeedbackPage(drafts, questionnaires, receipts)
{
    private IReadOnlyDictionary<string, string> _typed = new Dictionary<string, string>(StringComparer.Ordinal);

    public Question Question { get; private set; } = null!;

    public Wording Wording => QuestionWording.Of(Question.Key, Question.Wording, glossary);

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await ShowAsync(SurveyStep.Question(key)) is { } elsewhere)
        {
            return elsewhere;
        }

        Question = Questionnaire.Find(key)!;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Questionnaire.Find(key) is not { } question)
        {
            return await Problem.ResultAsync(HttpContext, ProblemKind.NotFound);
        }

        Question = question;
        var step = SurveyStep.Question(key);
        var reading = question.Read(Posted);
        if (reading.HasProblems)
        {
            _typed = reading.Typed;
            foreach (var problem in reading.Problems)
            {
                ModelState.AddModelError(problem.Field, problem.Message);
            }

            Frame(step);
            return Page();
        }

        var hadHelp = question.OffersHelp(Draft.Answers);
        if (await ChangeAsync(draft => draft.Answer(question, reading)) is { } gone)
        {
            return gone;
        }

        return question.OffersHelp(Draft.Answers) && !hadHelp ? Redirect(FamilyLinks.Support(key)) : GoOnFrom(step);
    }

    /// <summary>What the field shows: what was typed just now, else the answer kept before.</summary>
    public string? Shown(string itemKey)
    {
        if (!ModelState.IsValid)
        {
            return _typed.GetValueOrDefault(itemKey);
        }

        var answer = Draft.Answers.GetValueOrDefault(itemKey);
        return answer?.Text ?? answer?.Choice ?? answer?.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public ScaleField Scale(ScoredGroupQuestion group) => new(
        [.. group.Items.Select(item => new ScaledItem(item.Key, ItemWording(group, item), Shown(item.Key)))],
        [
            .. group.Scale.Select(point => new ScaleChoice(point.Posted, point.Label)),
            .. group is DialGroupQuestion dial ? [new ScaleChoice(DialGroupQuestion.NotSure, dial.NotSureLabel)] : Array.Empty<ScaleChoice>(),
        ]);

    private Wording ItemWording(ScoredGroupQuestion group, ScaleItem item)
    {
        var stem = group is ScaleGroupQuestion { Stem: { } words } ? words + " " : "";
        return QuestionWording.Of(item.Key, stem + item.Wording, glossary);
    }

    /// <summary>A field posted twice arrives joined, which the fixed answers refuse.</summary>
    private string? Posted(string field) => Request.Form.TryGetValue(field, out var values) && values.Count > 0 ? values.ToString() : null;
}
