using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>By their code people see what happened with what they sent. Their answers are not shown: somebody else may have the code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class CodeModel(Receipts receipts) : PageModel
{
    public const string NotFoundMessage = "We cannot find that code. Check the 16 numbers and try again";

    public string? Typed { get; private set; }

    public SurveyResponse? Found { get; private set; }

    public void OnGet() => ViewData["Title"] = "What happened with your answers";

    public async Task OnPostAsync(string? code)
    {
        OnGet();
        Typed = code;
        Found = ReceiptCode.Parse(code) is { } parsed ? await receipts.FindAsync(parsed) : null;
        if (Found is null)
        {
            ModelState.AddModelError("code", NotFoundMessage);
        }
    }
}
