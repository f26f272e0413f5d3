using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Takes a response back: asked once more, then its words, scores and everything personal are deleted.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class WithdrawModel(Receipts receipts, TakingBack takingBack) : PageModel
{
    public string? Typed { get; private set; }

    public bool Done { get; private set; }

    public IActionResult OnGet() => Redirect(FamilyLinks.Code);

    public async Task<IActionResult> OnPostAsync(string? code, bool sure, CancellationToken cancellation)
    {
        if (ReceiptCode.Parse(code) is not { } parsed || await receipts.FindAsync(parsed) is not { } response)
        {
            return Redirect(FamilyLinks.Code);
        }

        Typed = code;
        if (sure)
        {
            await takingBack.WithdrawAsync(response.Id, cancellation);
            Done = true;
        }

        ViewData["Title"] = Done ? "Your answers are deleted" : "Take your answers back";
        return Page();
    }
}
