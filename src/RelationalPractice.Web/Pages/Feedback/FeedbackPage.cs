using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Hosting.Problems;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>What every step of the journey shares: the draft that the cookie opens, and where in it the person may be.</summary>
public abstract class FeedbackPage(DraftStore drafts, Questionnaires questionnaires, Receipts receipts) : PageModel
{
    public DraftContents Draft { get; private set; } = null!;

    public Questionnaire Questionnaire { get; private set; } = null!;

    /// <summary>The person came from the check page and goes back there. Anything but "true" is no.</summary>
    public bool Changing => (HttpMethods.IsPost(Request.Method) ? Request.Form["changing"] : Request.Query["changing"]) == "true";

    public bool Young => Questionnaire.Audience == Audience.YoungPerson;

    protected DraftSecret Secret { get; private set; } = null!;

    protected Receipts Receipts => receipts;

    /// <summary>Its form may hold words that exist nowhere else.</summary>
    protected virtual bool MayCarryWords => true;

    protected SurveyJourney Journey => new(Questionnaire, Draft.Progress);

    /// <summary>For a GET: opens the draft and checks that the person may be here yet.</summary>
    /// <returns>Where to go instead, or null to show the page.</returns>
    protected async Task<IActionResult?> ShowAsync(SurveyStep step)
    {
        if (await OpenAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (!Journey.MayVisit(step))
        {
            return Redirect(FamilyLinks.To(Journey.Nearest(step)));
        }

        Frame(step);
        return null;
    }

    /// <summary>Opens the draft, or says what became of it.</summary>
    protected async Task<IActionResult?> OpenAsync()
    {
        if (SessionCookie.Read(Request) is not { } secret)
        {
            return await Problem.ResultAsync(HttpContext, ProblemKind.CookieMissing);
        }

        if (await drafts.FindAsync(secret) is not { } draft)
        {
            return await GoneAsync(secret);
        }

        Secret = secret;
        await UseAsync(draft);
        return null;
    }

    /// <summary>Changes the draft, whatever other tabs do meanwhile.</summary>
    protected async Task<IActionResult?> ChangeAsync(Action<DraftContents> change)
    {
        if (await drafts.ChangeAsync(Secret, Draft, change, HttpContext.RequestAborted) is not { } draft)
        {
            return await GoneAsync(Secret);
        }

        await UseAsync(draft);
        return null;
    }

    protected IActionResult GoOnFrom(SurveyStep step) => Redirect(AfterThis(step));

    protected string AfterThis(SurveyStep step) => FamilyLinks.To(Journey.Next(step, Changing), Changing);

    protected void Frame(SurveyStep step)
    {
        ViewData["Young"] = Young;
        ViewData["Language"] = Questionnaire.Language;
        ViewData["BackUrl"] = Journey.Previous(step, Changing) is { } back ? FamilyLinks.To(back) : FamilyLinks.Leaving;
    }

    private async Task UseAsync(DraftContents draft)
    {
        Draft = draft;
        Questionnaire = await questionnaires.GetAsync(draft.QuestionnaireId);
    }

    /// <summary>Sent before: the page that says so, unless something was typed just now that was not sent. Else it has expired or was left.</summary>
    private async Task<IActionResult> GoneAsync(DraftSecret secret)
    {
        if (await receipts.FindAsync(secret, SessionCookie.ReadReceiptHash(Request)) is null)
        {
            return await Problem.ResultAsync(HttpContext, ProblemKind.DraftGone);
        }

        return HttpMethods.IsPost(Request.Method) && MayCarryWords
            ? await Problem.ResultAsync(HttpContext, ProblemKind.SentBefore)
            : Redirect(FamilyLinks.Sent);
    }
}
