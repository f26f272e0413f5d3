using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Administration;
using RelationalPractice.Collation;
using RelationalPractice.Identity;

namespace RelationalPractice.Supervision;

internal sealed class SupervisionRecordMapping : IEntityTypeConfiguration<SupervisionRecord>
{
    public void Configure(EntityTypeBuilder<SupervisionRecord> record)
    {
        record.ToTable("supervision_records");
        record.Property(r => r.Recognised).HasMaxLength(SupervisionRecord.RecognisedMaxLength);
        record.Property(r => r.WorkerReply).HasMaxLength(SupervisionRecord.ReplyMaxLength);
        record.HasOne<Worker>().WithMany().HasForeignKey(r => r.WorkerId).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.ManagerId).OnDelete(DeleteBehavior.Restrict);
        record.HasMany(r => r.Outcomes).WithOne().HasForeignKey(o => o.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SupervisionOutcomeMapping : IEntityTypeConfiguration<SupervisionOutcome>
{
    public void Configure(EntityTypeBuilder<SupervisionOutcome> outcome)
    {
        outcome.ToTable("supervision_outcomes", table => table.HasCheckConstraint("ck_supervision_outcomes_no_action_because", "kind <> 'NoAction' OR because IS NOT NULL"));
        outcome.HasKey(o => new { o.RecordId, o.ResponseId, o.Kind });
        outcome.Property(o => o.Kind).HasConversion<string>().HasMaxLength(20);
        outcome.Property(o => o.Because).HasMaxLength(SupervisionOutcome.BecauseMaxLength);
        outcome.HasIndex(o => o.ResponseId);
        outcome.HasOne<Release>().WithMany().HasForeignKey(o => o.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }
}
