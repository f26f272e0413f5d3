using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Audit;

public sealed class IndexModel(PracticeDbContext db, CurrentStaff staff) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = AuditLinks.Kind)]
    public string? KindChosen { get; set; }

    [BindProperty(SupportsGet = true, Name = AuditLinks.Person)]
    public string? PersonChosen { get; set; }

    [BindProperty(SupportsGet = true, Name = AuditLinks.Subject)]
    public string? SubjectTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = AuditLinks.Before)]
    public string? Before { get; set; }

    public AuditFilter Filter { get; private set; } = new();

    public IReadOnlyList<AuditEvent> Entries { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next { get; private set; }

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = new AuditFilter(
            Enum.TryParse<AuditEventKind>(KindChosen, out var kind) && Enum.IsDefined(kind) ? kind : null,
            Guid.TryParse(PersonChosen, out var person) ? person : null,
            Guid.TryParse(SubjectTyped, out var subject) ? subject : null);
        var before = long.TryParse(Before, out var number) ? number : (long?)null;
        if (before is null)
        {
            // The first page alone: going on in what is open already is the same look.
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.AuditOpened, staff.For(), Filter.SubjectId));
            await db.SaveChangesAsync(cancellation);
        }

        var entries = await Filter.Of(db.AuditEvents.AsNoTracking())
            .Where(e => before == null || e.Number < before)
            .OrderByDescending(e => e.Number)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        Next = entries.Count > PageSize ? entries[PageSize - 1].Number : null;
        Entries = [.. entries.Take(PageSize)];
        People = await db.Users.OrderBy(s => s.DisplayName).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
    }

    public string WhoDid(AuditEvent entry) => entry.ActorId is { } actor ? People.GetValueOrDefault(actor, "Somebody whose account is gone") : "Nobody signed in";
}
