using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Collation;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Takes a hidden stretch back. It has no page of its own: the answers show what is hidden.</summary>
public sealed class ShowAgainModel(RawResponses raw, Hiding hiding, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public Guid RedactionId { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await raw.FindAsync(id, cancellation) is null ? this.NotThere(RawResponses.TakenBack) : Redirect(CollationLinks.Redact(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) =>
        await raw.FindAsync(id, cancellation) is not null && await hiding.ShowAgainAsync(id, RedactionId, staff.For(), cancellation)
            ? Redirect(CollationLinks.Redact(id, RedactionDone.ShownAgain))
            : this.NotThere(RawResponses.TakenBack);
}
