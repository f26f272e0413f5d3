using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Asks only what the chosen tier may keep, and every field may stay empty.</summary>
public sealed class WhoModel(DraftStore drafts, Questionnaires questionnaires, Receipts receipts)
    : FeedbackPage(drafts, questionnaires, receipts)
{
    public const int NameMaxLength = 100;
    public const int ContactMaxLength = 200;
    public const string WordsAndScores = "words";
    public const string ScoresOnly = "scores";

    [BindProperty]
    public string? RespondentName { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? WorkerName { get; set; }

    [BindProperty]
    public string? Share { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ShowAsync(SurveyStep.Who) is { } elsewhere)
        {
            return elsewhere;
        }

        (RespondentName, Contact, WorkerName) = (Draft.Who.RespondentName, Draft.Who.Contact, Draft.Who.WorkerName);
        Share = Draft.WhoAnswered ? (Draft.ScoresOnly ? ScoresOnly : WordsAndScores) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        (RespondentName, Contact, WorkerName) = (WrittenText.CleanLine(RespondentName), WrittenText.CleanLine(Contact), WrittenText.CleanLine(WorkerName));
        TooLong(nameof(RespondentName), RespondentName, NameMaxLength, "Your name");
        TooLong(nameof(Contact), Contact, ContactMaxLength, "The way to reach you");
        TooLong(nameof(WorkerName), WorkerName, NameMaxLength, "Your social worker’s name");
        if (!ModelState.IsValid)
        {
            Frame(SurveyStep.Who);
            return Page();
        }

        var who = new WhoAnswers(OrNull(RespondentName), OrNull(Contact), OrNull(WorkerName));
        return await ChangeAsync(draft => draft.AnswerWho(who, Share == ScoresOnly)) ?? GoOnFrom(SurveyStep.Who);
    }

    private void TooLong(string field, string value, int limit, string what)
    {
        if (value.Length > limit)
        {
            ModelState.AddModelError(field, $"{what} can have up to {limit} characters. This has {value.Length}.");
        }
    }

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
