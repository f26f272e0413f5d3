using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Collation;

public sealed class ConcernsModel(PracticeDbContext db) : PageModel
{
    public const int ClosedShown = 100;

    /// <summary>Every open one; of the closed ones the latest.</summary>
    public IReadOnlyList<ConcernRow> Concerns { get; private set; } = [];

    public int Open => Concerns.Count(concern => !concern.IsClosed);

    public async Task OnGetAsync(CancellationToken cancellation) => Concerns =
    [
        .. await Rows(closed: false).OrderBy(row => row.OpenedAtUtc).ToListAsync(cancellation),
        .. await Rows(closed: true).OrderByDescending(row => row.LastAtUtc).Take(ClosedShown).ToListAsync(cancellation),
    ];

    private IQueryable<ConcernRow> Rows(bool closed) => db.SafeguardingConcerns.Where(c => c.IsClosed == closed).Select(c => new ConcernRow
    {
        ResponseId = c.ResponseId,
        IsClosed = c.IsClosed,
        ToWhom = c.Entries.Where(e => e.Step == ConcernStep.Escalated).OrderByDescending(e => e.Number).Select(e => e.ToWhom).First()!,
        OpenedAtUtc = c.Entries.Min(e => e.AtUtc),
        LastAtUtc = c.Entries.Max(e => e.AtUtc),
    });
}

public sealed record ConcernRow
{
    public required Guid ResponseId { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>The last to whom it was passed on.</summary>
    public required string ToWhom { get; init; }

    public required DateTime OpenedAtUtc { get; init; }

    public required DateTime LastAtUtc { get; init; }
}
