using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class RemoveWordModel(PracticeDbContext db, TriageList list, CurrentStaff staff) : PageModel
{
    private static readonly Missing Gone = new(
        "That word is not on the list", "A colleague may have taken it off.", CollationLinks.Words(), "Go to the list");

    public TriageWord Word { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.TriageWords.FindAsync([id], cancellation) is not { } word)
        {
            return this.NotThere(Gone);
        }

        Word = word;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.TriageWords.FindAsync([id], cancellation) is not { } word)
        {
            return this.NotThere(Gone);
        }

        db.TriageWords.Remove(word);
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.TriageWordRemoved, staff.For(word.Text), id));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return this.NotThere(Gone);
        }

        return Redirect(CollationLinks.Words(await list.ChangedAsync(cancellation)));
    }
}
