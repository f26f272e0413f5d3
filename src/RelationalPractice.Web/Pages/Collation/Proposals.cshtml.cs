using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Answers proposals of the scan, one or all of an answer. It has no page of its own: the answers show what is proposed.</summary>
public sealed class ProposalsModel(PracticeDbContext db, RawResponses raw, RedactionProposals proposals, Hiding hiding, CurrentStaff staff) : PageModel
{
    /// <summary>Where the proposal stands, as <see cref="AnswerProposals.Place"/> says it.</summary>
    [BindProperty]
    public string? Hide { get; set; }

    [BindProperty]
    public string? Leave { get; set; }

    /// <summary>The key of the answer whose proposals are all to be hidden.</summary>
    [BindProperty]
    public string? HideAll { get; set; }

    [BindProperty]
    public string? LeaveAll { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await raw.FindAsync(id, cancellation) is null ? this.NotThere(RawResponses.TakenBack) : Redirect(CollationLinks.Redact(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { } opened)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        var standing = await Standing.OfAsync(db, id, cancellation);
        var answered = (await proposals.OpenAsync(opened, standing.Redactions, cancellation))
            .SelectMany(answer => answer.Open.Where(proposal => IsMeant(answer, proposal)).Select(answer.Of))
            .ToList();
        var hide = (Hide ?? HideAll) is not null;
        var there = hide
            ? await hiding.HideAsync(id, answered, staff.For(), cancellation)
            : await hiding.DeclineAsync(id, answered, staff.For(), cancellation);
        // A colleague may have answered it a moment ago: then nothing is left to do, and the page shows what they said.
        RedactionDone? done = answered.Count == 0 ? null : hide ? RedactionDone.Hidden : RedactionDone.Left;
        return there ? Redirect(CollationLinks.Redact(id, done, answered.FirstOrDefault()?.QuestionKey)) : this.NotThere(RawResponses.TakenBack);
    }

    private bool IsMeant(AnswerProposals answer, Proposal proposal) =>
        answer.Place(proposal) == (Hide ?? Leave) || answer.Answer.QuestionKey == (HideAll ?? LeaveAll);
}
