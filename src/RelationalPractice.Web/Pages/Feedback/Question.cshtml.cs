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
    public QuestionForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await ShowAsync(SurveyStep.Question(key)) is { } elsewhere)
        {
            return elsewhere;
        }

        Form = QuestionForm.OfAnswers(Questionnaire, Questionnaire.Find(key)!, glossary, Draft.Tier ?? Tier.Anonymous, Draft.Answers);
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

        var step = SurveyStep.Question(key);
        var reading = Posted("skip") is null ? question.Read(Posted) : question.ReadSkipped(Posted);
        if (reading.HasProblems)
        {
            foreach (var problem in reading.Problems)
            {
                ModelState.AddModelError(problem.Field, problem.Message);
            }

            Form = QuestionForm.OfReading(Questionnaire, question, glossary, Draft.Tier ?? Tier.Anonymous, reading);
            Frame(step);
            return Page();
        }

        var hadHelp = question.OffersHelp(Draft.Answers);
        if (await ChangeAsync(draft => draft.Answer(question, reading)) is { } gone)
        {
            return gone;
        }

        return question.OffersHelp(Draft.Answers) && !hadHelp ? Redirect(FamilyLinks.Support(key, Changing)) : GoOnFrom(step);
    }

    /// <summary>A field posted twice arrives joined, which the fixed answers refuse.</summary>
    private string? Posted(string field) => Request.Form.TryGetValue(field, out var values) && values.Count > 0 ? values.ToString() : null;
}
