using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Takes a response back: asked once more, then its words, scores and everything personal are deleted.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class WithdrawModel(PracticeDbContext db, Receipts receipts) : PageModel
{
    public string? Typed { get; private set; }

    public bool Done { get; private set; }

    public IActionResult OnGet() => Redirect(FamilyLinks.Code);

    public async Task<IActionResult> OnPostAsync(string? code, bool sure)
    {
        if (ReceiptCode.Parse(code) is not { } parsed || await receipts.FindAsync(parsed) is not { } response)
        {
            return Redirect(FamilyLinks.Code);
        }

        Typed = code;
        if (sure)
        {
            await WithdrawAsync(response);
            Done = true;
        }

        ViewData["Title"] = Done ? "Your answers are deleted" : "Take your answers back";
        return Page();
    }

    /// <summary>The family's wish wins over a reader who marks the response at the same moment.</summary>
    private async Task WithdrawAsync(SurveyResponse response)
    {
        await db.ComplaintWishes.Where(wish => wish.ResponseId == response.Id).ExecuteDeleteAsync();
        while (true)
        {
            await db.Entry(response).Collection(r => r.Answers).LoadAsync();
            response.Withdraw();
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                response = await db.SurveyResponses.SingleAsync(r => r.Id == response.Id);
            }
        }
    }
}
