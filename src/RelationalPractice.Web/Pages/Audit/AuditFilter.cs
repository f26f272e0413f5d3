using RelationalPractice.Auditing;

namespace RelationalPractice.Web.Pages.Audit;

/// <summary>Which entries are looked for; what is null does not matter.</summary>
public sealed record AuditFilter(AuditEventKind? Kind = null, Guid? PersonId = null, Guid? SubjectId = null)
{
    public bool IsEmpty => this == new AuditFilter();

    public IQueryable<AuditEvent> Of(IQueryable<AuditEvent> entries)
    {
        if (Kind is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }

        if (PersonId is { } person)
        {
            entries = entries.Where(e => e.ActorId == person);
        }

        return SubjectId is { } subject ? entries.Where(e => e.SubjectId == subject) : entries;
    }
}
