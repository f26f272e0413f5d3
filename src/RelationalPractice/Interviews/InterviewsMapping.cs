using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Identity;
using RelationalPractice.Messaging;

namespace RelationalPractice.Interviews;

internal sealed class InterviewerProfileMapping : IEntityTypeConfiguration<InterviewerProfile>
{
    public void Configure(EntityTypeBuilder<InterviewerProfile> profile)
    {
        profile.ToTable("interviewer_profiles");
        profile.HasKey(p => p.StaffMemberId);
        profile.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        profile.Property(p => p.Gender).HasConversion<string>().HasMaxLength(10);
        profile.Property(p => p.Languages).HasMaxLength(InterviewerProfile.LanguagesMaxLength);
        profile.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InterviewRequestMapping : IEntityTypeConfiguration<InterviewRequest>
{
    public void Configure(EntityTypeBuilder<InterviewRequest> request)
    {
        request.ToTable("interview_requests", table => table.HasCheckConstraint(
            "ck_interview_requests_over_keeps_nobody",
            "state NOT IN ('Held', 'Cancelled') OR (name IS NULL AND contact IS NULL AND wishes IS NULL AND access_needs IS NULL AND language IS NULL AND worker_name_typed IS NULL)"));
        request.Property(r => r.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        request.Property(r => r.Audience).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Way).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.WantsKind).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.WantsGender).HasConversion<string>().HasMaxLength(10);
        request.Property(r => r.CodeHash).HasMaxLength(ContactKey.HashLength);
        request.HasIndex(r => r.CodeHash).IsUnique();
        request.HasIndex(r => r.State);
        request.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.WorkerStaffId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.TakenDownById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InterviewSlotMapping : IEntityTypeConfiguration<InterviewSlot>
{
    public void Configure(EntityTypeBuilder<InterviewSlot> slot)
    {
        slot.ToTable("interview_slots");
        slot.HasAlternateKey(s => new { s.Id, s.InterviewerId }).HasName("ak_interview_slots_id_interviewer");
        slot.HasMany(s => s.Times).WithOne().HasForeignKey(t => t.SlotId).OnDelete(DeleteBehavior.Cascade);
        slot.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.InterviewerId).OnDelete(DeleteBehavior.Restrict);
        slot.HasIndex(s => s.StartsAtUtc);
        slot.Ignore(s => s.EndsAtUtc);
    }
}

internal sealed class InterviewSlotTimeMapping : IEntityTypeConfiguration<InterviewSlotTime>
{
    public void Configure(EntityTypeBuilder<InterviewSlotTime> time)
    {
        time.ToTable("interview_slot_times");
        time.HasKey(t => new { t.InterviewerId, t.AtUtc });
    }
}

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> interview)
    {
        interview.ToTable("interviews", table =>
        {
            table.HasCheckConstraint("ck_interviews_not_their_worker", "worker_staff_id IS NULL OR worker_staff_id <> interviewer_id");
            table.HasCheckConstraint("ck_interviews_held_after_the_statement", "state <> 'Held' OR statement_confirmed");
        });
        interview.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        interview.Property(i => i.CancelledBecause).HasMaxLength(Interview.ReasonMaxLength);
        interview.Property(i => i.Version).IsConcurrencyToken();
        interview.HasIndex(i => i.SlotId).IsUnique().HasFilter("state <> 'Cancelled'").HasDatabaseName("ix_interviews_slot_booked_once");
        interview.HasIndex(i => i.RequestId).IsUnique().HasFilter("state = 'Booked'").HasDatabaseName("ix_interviews_request_booked_once");
        interview.HasOne<InterviewRequest>().WithMany().HasForeignKey(i => i.RequestId).OnDelete(DeleteBehavior.Cascade);
        interview.HasOne<InterviewSlot>().WithMany()
            .HasForeignKey(i => new { i.SlotId, i.InterviewerId }).HasPrincipalKey(s => new { s.Id, s.InterviewerId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InterviewDraftMapping : IEntityTypeConfiguration<InterviewDraft>
{
    public void Configure(EntityTypeBuilder<InterviewDraft> draft)
    {
        draft.ToTable("interview_drafts");
        draft.HasKey(d => d.InterviewId);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasOne<Interview>().WithOne().HasForeignKey<InterviewDraft>(d => d.InterviewId).OnDelete(DeleteBehavior.Cascade);
    }
}
