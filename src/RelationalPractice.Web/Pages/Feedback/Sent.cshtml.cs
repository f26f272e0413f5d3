using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Hosting.Problems;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>We have it: the code, what happens next, and help. The code is derived from the cookie and kept nowhere.</summary>
public sealed class SentModel(Receipts receipts, Questionnaires questionnaires, AuthorityDetails authority) : PageModel
{
    public string Code { get; private set; } = "";

    public SurveyResponse Sent { get; private set; } = null!;

    public AuthorityView Authority { get; private set; } = null!;

    public bool Young { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (SessionCookie.Read(Request) is not { } secret)
        {
            return await Problem.ResultAsync(HttpContext, ProblemKind.CookieMissing);
        }

        if (await receipts.FindAsync(secret, SessionCookie.ReadReceiptHash(Request)) is not { } response)
        {
            return Redirect(FamilyLinks.Check);
        }

        Code = ReceiptCode.Derive(secret.ReceiptMaterial).Grouped;
        Sent = response;
        Authority = await authority.GetAsync();
        Young = (await questionnaires.GetAsync(response.QuestionnaireId)).Audience == Audience.YoungPerson;
        ViewData["Title"] = "We have your answers";
        ViewData["Young"] = Young;
        return Page();
    }
}
