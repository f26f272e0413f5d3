using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RelationalPractice.Auditing;

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.ToTable("audit_events");
        audit.Property(e => e.Kind).HasConversion<string>().HasMaxLength(40);
        audit.Property(e => e.Reason).HasMaxLength(AuditEvent.ReasonMaxLength);
        audit.HasIndex(e => e.SubjectId);
    }
}
