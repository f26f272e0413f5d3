using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Anonymity;
using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>
/// All questions on one page. A script posts it again and again as it is filled in and asks for JSON; without one there is a button. Either way
/// what is kept is the whole sheet as it stands in that window.
/// </summary>
public sealed class SheetModel(OwnInterviews own, InterviewDrafts drafts, Questionnaires questionnaires, Glossary glossary, Chance chance)
    : InterviewPage(own, drafts, questionnaires)
{
    private const string ReadBack = "read-back";

    private SurveyAnswers? _elsewhere;

    /// <summary>Which of the buttons was pressed.</summary>
    [BindProperty]
    public string? Next { get; set; }

    [BindProperty(SupportsGet = true, Name = "saved")]
    public bool Saved { get; set; }

    private bool AsksForJson => Request.Headers.Accept.Contains("application/json");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        (Seen, Window) = (Version, chance.NewId());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await OpenAsync(id, cancellation) is { } elsewhere)
        {
            return AsksForJson ? new JsonResult(new { }) { StatusCode = StatusCodes.Status404NotFound } : elsewhere;
        }

        var readings = Questionnaire.Questions.Select(question => (Question: question, Reading: question.Read(Posted))).ToList();
        var saving = await Drafts.SaveAsync(id, Seen, Window, draft => Keep(draft, readings), cancellation);
        var problems = readings.SelectMany(r => r.Reading.Problems).ToList();
        if (AsksForJson)
        {
            return Json(saving, problems);
        }

        switch (saving.Result)
        {
            case DraftSavingResult.Gone:
                return this.NotThere(InterviewLinks.MissingInterview);
            case DraftSavingResult.ChangedElsewhere:
                _elsewhere = saving.Contents!.Answers;
                ModelState.AddModelError("", "Another window changed these answers after this one was opened. What you wrote is still here and is not saved. Press “Save” to keep what stands here instead");
                break;
        }

        foreach (var problem in problems)
        {
            ModelState.AddModelError(problem.Field, problem.Message);
        }

        Seen = saving.Version;
        return ModelState.IsValid ? Redirect(Next == ReadBack ? InterviewLinks.ReadBack(id) : InterviewLinks.Sheet(id) + "?saved=true") : this.PageWithErrors();
    }

    public SheetQuestion Show(Question question)
    {
        var typed = QuestionForm.OfAnswers(Questionnaire, question, glossary, Tier.Anonymous, Draft.Answers);
        if (!HttpMethods.IsPost(Request.Method))
        {
            return new SheetQuestion(typed, Elsewhere: null);
        }

        var here = question.Lines(question.Read(Posted).Values);
        var there = _elsewhere is null ? here : question.Lines(_elsewhere);
        return new SheetQuestion(typed with { Typed = Posted }, here.SequenceEqual(there) ? null : there);
    }

    /// <summary>What cannot be kept as it is leaves what was kept before.</summary>
    private static void Keep(DraftContents draft, IEnumerable<(Question Question, AnswerReading Reading)> readings)
    {
        foreach (var (question, reading) in readings.Where(r => !r.Reading.HasProblems))
        {
            draft.Answer(question, reading);
        }
    }

    private static JsonResult Json(DraftSaving saving, IReadOnlyList<AnswerProblem> problems) => new(new { saving.Version, Problems = problems.Select(p => p.Message) })
    {
        StatusCode = saving.Result switch
        {
            DraftSavingResult.Saved => StatusCodes.Status200OK,
            DraftSavingResult.ChangedElsewhere => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status404NotFound,
        },
    };

    private string? Posted(string field) => Request.Form.TryGetValue(field, out var value) ? value.ToString() : null;
}
