using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>What a link can belong to, as one list to choose from: the authority, a service area, a team or a worker.</summary>
public sealed record LinkTarget(string Value, string Group, string Name)
{
    public const string WholeAuthority = "authority";

    public Guid? ServiceAreaId { get; private init; }

    public Guid? TeamId { get; private init; }

    public Guid? WorkerId { get; private init; }

    public static async Task<IReadOnlyList<LinkTarget>> AllAsync(PracticeDbContext db, CancellationToken cancellation)
    {
        var areas = await db.ServiceAreas.OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        var teams = await db.Teams.OrderBy(t => t.Name).Select(t => new { t.Id, t.Name }).ToListAsync(cancellation);
        var workers = await db.Workers.OrderBy(w => w.Name).ThenBy(w => w.Id)
            .Select(w => new { w.Id, w.Name, Team = w.Team!.Name }).ToListAsync(cancellation);
        return
        [
            new LinkTarget(WholeAuthority, "Authority", "The whole authority"),
            .. areas.Select(a => new LinkTarget($"area-{a.Id:N}", "Service areas", a.Name) { ServiceAreaId = a.Id }),
            .. teams.Select(t => new LinkTarget($"team-{t.Id:N}", "Teams", t.Name) { TeamId = t.Id }),
            .. workers.Select(w => new LinkTarget($"worker-{w.Id:N}", "Social workers", $"{w.Name} ({w.Team})") { WorkerId = w.Id }),
        ];
    }
}
