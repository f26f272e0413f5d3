using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Supervision;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>What came of a response in supervision: the quality team reads it and changes nothing of it.</summary>
public sealed class OutcomeModel(PracticeDbContext db, RawResponses raw) : PageModel
{
    public Guid ResponseId { get; private set; }

    public IReadOnlyList<SupervisionRecord> Records { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is null)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        ResponseId = id;
        Records = await db.SupervisionRecords.Where(r => r.Outcomes.Any(o => o.ResponseId == id)).Include(r => r.Outcomes.Where(o => o.ResponseId == id))
            .AsNoTracking().OrderByDescending(r => r.HeldOn).ThenBy(r => r.Id).ToListAsync(cancellation);
        return Page();
    }
}
