using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Supervision;

namespace RelationalPractice.Web.Pages.Supervision;

/// <summary>The workers of the manager's teams by name: never in an order that compares them.</summary>
public sealed class IndexModel(PracticeDbContext db, ReleasedResponses released, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Supervised> Workers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = LocalTime.Today(clock);
        var longAgo = today.AddDays(-SupervisionWaiting.LongDays);
        var waiting = SupervisedWorkers.WaitingAbout(db, released.Managed);
        var due = SupervisedWorkers.FollowUpsDue(db, released.Managed, today);
        Workers = await released.Managed
            .OrderBy(w => w.Team!.Name).ThenBy(w => w.Name).ThenBy(w => w.Id)
            .Select(w => new Supervised(
                w.Id,
                w.Name,
                w.Team!.Name,
                w.LeftOn != null && w.LeftOn < today,
                waiting.Count(r => r.WorkerId == w.Id),
                waiting.Count(r => r.WorkerId == w.Id && r.DecidedOn <= longAgo),
                due.Where(r => r.WorkerId == w.Id).Min(r => r.FollowUpOn),
                db.SupervisionRecords.Where(r => r.WorkerId == w.Id).Max(r => (DateOnly?)r.HeldOn)))
            .ToListAsync(cancellation);
    }
}

public sealed record Supervised(Guid Id, string Name, string Team, bool HasLeft, int Waiting, int WaitingLong, DateOnly? FollowUpDue, DateOnly? LastHeldOn);
