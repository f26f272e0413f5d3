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

        var known = SessionCookie.ReadReceiptHash(Request);
        if (await receipts.FindAsync(secret, known) is not { } response)
        {
            return Redirect(FamilyLinks.Check);
        }

        if (response.State == ResponseState.Withdrawn)
        {
            return Redirect(FamilyLinks.Code);
        }

        if (known is null)
        {
            // The answer to sending never arrived: from now on the cookie ends as it should have then.
            SessionCookie.WriteForReceipt(Response, secret, response.ReceiptHash);
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
