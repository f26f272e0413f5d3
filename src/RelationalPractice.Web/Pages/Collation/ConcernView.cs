using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>A concern with the names of those who did something about it.</summary>
public sealed record ConcernView(Guid Id, bool IsClosed, IReadOnlyList<ConcernEntryView> Entries)
{
    /// <summary>Those of one response: the open one first, then the latest.</summary>
    public static async Task<IReadOnlyList<ConcernView>> OfAsync(PracticeDbContext db, Guid responseId, CancellationToken cancellation)
    {
        var concerns = await db.SafeguardingConcerns.Where(c => c.ResponseId == responseId).Include(c => c.Entries).AsNoTracking().ToListAsync(cancellation);
        var people = concerns.SelectMany(c => c.Entries).Select(e => e.ById).Distinct().ToList();
        var names = await db.Users.Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        return
        [
            .. concerns
                .Select(c => new ConcernView(c.Id, c.IsClosed, [.. c.Entries.OrderBy(e => e.Number).Select(e => new ConcernEntryView(e, names[e.ById]))]))
                .OrderBy(c => c.IsClosed).ThenByDescending(c => c.Entries[^1].Entry.AtUtc),
        ];
    }
}

public sealed record ConcernEntryView(ConcernEntry Entry, string By)
{
    public string StepInWords => Entry.Step switch
    {
        ConcernStep.Escalated => "Passed on",
        ConcernStep.Decided => "Decided",
        ConcernStep.Outcome => "Outcome",
        ConcernStep.Closed => "Closed",
        _ => throw new InvalidOperationException($"No words for {Entry.Step}."),
    };
}
