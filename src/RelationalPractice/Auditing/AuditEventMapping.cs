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
        audit.Property(e => e.Hash).HasMaxLength(32);
        audit.HasIndex(e => e.Number).IsUnique();
        audit.HasIndex(e => e.SubjectId);
    }
}

internal sealed class AuditChainMapping : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> chain)
    {
        chain.ToTable("audit_chain", table => table.HasCheckConstraint("ck_audit_chain_only_one", $"id = {AuditChain.OnlyId}"));
        chain.Property(c => c.Id).ValueGeneratedNever();
        chain.Property(c => c.Hash).HasMaxLength(32);
    }
}
