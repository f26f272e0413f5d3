using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>By their code people see what happened with what they sent. Their answers are not shown: somebody else may have the code.</summary>
[EnableRateLimiting(RateLimits.Codes)]
public sealed class CodeModel(PracticeDbContext db, Receipts receipts, AuthorityDetails authority) : PageModel
{
    public const string NotFoundMessage = "We cannot find that code. Check the 16 numbers and try again";

    public string? Typed { get; private set; }

    public SurveyResponse? Found { get; private set; }

    /// <summary>Null until the quality team has decided.</summary>
    public ReleaseDecision? Decision { get; private set; }

    /// <summary>Whom to complain to, for a family whose feedback the quality team took for a complaint and who has not said that they want none.</summary>
    public AuthorityView? ComplainTo { get; private set; }

    /// <summary>What came of it in supervision; empty until it was talked about, and always for an anonymous response.</summary>
    public IReadOnlyList<SupervisionOutcomeKind> Outcomes { get; private set; } = [];

    public void OnGet() => ViewData["Title"] = "What happened with your answers";

    public async Task OnPostAsync(string? code)
    {
        OnGet();
        Typed = code;
        Found = ReceiptCode.Parse(code) is { } parsed ? await receipts.FindAsync(parsed) : null;
        if (Found is null)
        {
            ModelState.AddModelError("code", NotFoundMessage);
            return;
        }

        if (Found.State != ResponseState.Withdrawn)
        {
            Decision = await db.Releases.Where(r => r.ResponseId == Found.Id).Select(r => (ReleaseDecision?)r.Decision).SingleOrDefaultAsync();
            Outcomes = await FamilyOutcome.OfAsync(db, Found.Id);
            ComplainTo = await MayWantToComplainAsync(Found.Id) ? await authority.GetAsync() : null;
        }
    }

    private Task<bool> MayWantToComplainAsync(Guid id) => db.ComplaintWishes.AnyAsync(wish =>
        wish.ResponseId == id && (wish.Answer == ComplaintAnswer.ToBeAsked || wish.Answer == ComplaintAnswer.WantsToComplain));
}
