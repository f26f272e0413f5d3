using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class ThemesDoneModel(PracticeDbContext db, RawResponses raw, CodingTurnOf turns, CurrentStaff staff) : PageModel
{
    private const int MostTries = 5;

    /// <summary>Who saw the first codings is no second coder, whatever happened meanwhile.</summary>
    [BindProperty]
    public CodingTurn SeenTurn { get; set; }

    public CodingTurn Turn { get; private set; }

    public Guid ResponseId { get; private set; }

    /// <summary>The colleague who was first.</summary>
    public string? AlreadyBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await raw.FindAsync(id, cancellation) is null)
        {
            return this.NotThere(RawResponses.TakenBack);
        }

        SeenTurn = await turns.GetAsync(id, cancellation);
        await ShowAsync(id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await raw.FindAsync(id, cancellation) is null)
            {
                return this.NotThere(RawResponses.TakenBack);
            }

            await ShowAsync(id, cancellation);
            if (AlreadyBy is not null || SeenTurn != Turn)
            {
                return Page();
            }

            await SayDoneAsync(id, cancellation);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return Redirect(CollationLinks.Response(id));
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody did something else with this response at this moment, or said so first: look again.
            }
        }
    }

    private async Task ShowAsync(Guid id, CancellationToken cancellation)
    {
        ResponseId = id;
        Turn = await turns.GetAsync(id, cancellation);
        AlreadyBy = await turns.DoneByAsync(id, SeenTurn, cancellation);
    }

    private async Task SayDoneAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.CollationRecords.FindAsync([id], cancellation) is not { } record)
        {
            db.Add(record = new CollationRecord { ResponseId = id });
        }

        if (Turn == CodingTurn.Second)
        {
            record.ThemesDoneAgain(staff.Id);
        }
        else
        {
            record.ThemesDone(staff.Id);
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ThemingDone, staff.For(Turn == CodingTurn.Second ? "Second coding" : null), id));
    }
}
