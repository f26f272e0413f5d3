using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Administration;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

internal sealed class ReadingClaimMapping : IEntityTypeConfiguration<ReadingClaim>
{
    public void Configure(EntityTypeBuilder<ReadingClaim> claim)
    {
        claim.ToTable("reading_claims");
        claim.HasKey(c => c.ResponseId);
        claim.HasOne<SurveyResponse>().WithMany().HasForeignKey(c => c.ResponseId).OnDelete(DeleteBehavior.Cascade);
        claim.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TriageWordMapping : IEntityTypeConfiguration<TriageWord>
{
    public void Configure(EntityTypeBuilder<TriageWord> word)
    {
        word.ToTable("triage_words");
        word.Property(w => w.Text).HasMaxLength(TriageWord.TextMaxLength);
        word.HasIndex(w => w.Text).IsUnique();
    }
}

internal sealed class SafeguardingConcernMapping : IEntityTypeConfiguration<SafeguardingConcern>
{
    public void Configure(EntityTypeBuilder<SafeguardingConcern> concern)
    {
        concern.ToTable("safeguarding_concerns");
        concern.HasOne<SurveyResponse>().WithMany().HasForeignKey(c => c.ResponseId).OnDelete(DeleteBehavior.Restrict);
        concern.HasMany(c => c.Entries).WithOne().HasForeignKey(e => e.ConcernId).OnDelete(DeleteBehavior.Restrict);
        concern.HasIndex(c => c.IsClosed);
    }
}

internal sealed class ConcernEntryMapping : IEntityTypeConfiguration<ConcernEntry>
{
    public void Configure(EntityTypeBuilder<ConcernEntry> entry)
    {
        entry.ToTable("concern_entries", table => table.HasCheckConstraint("ck_concern_entries_escalated_to_somebody", "step <> 'Escalated' OR to_whom IS NOT NULL"));
        entry.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.ToWhom).HasMaxLength(ConcernEntry.ToWhomMaxLength);
        entry.Property(e => e.Words).HasMaxLength(ConcernEntry.WordsMaxLength);
        // Of two who add at the same moment the second is told, and adds again below the first.
        entry.HasIndex(e => new { e.ConcernId, e.Number }).IsUnique();
        entry.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintWishMapping : IEntityTypeConfiguration<ComplaintWish>
{
    public void Configure(EntityTypeBuilder<ComplaintWish> wish)
    {
        wish.ToTable("complaint_wishes");
        wish.HasKey(w => w.ResponseId);
        wish.Property(w => w.Answer).HasConversion<string>().HasMaxLength(20);
        wish.Property(w => w.Note).HasMaxLength(ComplaintWish.NoteMaxLength);
        wish.HasOne<NamedResponse>().WithOne().HasForeignKey<ComplaintWish>(w => w.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CollationRecordMapping : IEntityTypeConfiguration<CollationRecord>
{
    public void Configure(EntityTypeBuilder<CollationRecord> record)
    {
        record.ToTable("collation_records");
        record.HasKey(r => r.ResponseId);
        record.Property(r => r.Version).IsConcurrencyToken();
        record.HasOne<SurveyResponse>().WithOne().HasForeignKey<CollationRecord>(r => r.ResponseId).OnDelete(DeleteBehavior.Cascade);
        record.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.RedactedById).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.ThemedById).OnDelete(DeleteBehavior.Restrict);
        record.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.ThemedAgainById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RedactionMapping : IEntityTypeConfiguration<Redaction>
{
    public void Configure(EntityTypeBuilder<Redaction> redaction)
    {
        redaction.ToTable("redactions", table => table.HasCheckConstraint("ck_redactions_stretch", "start >= 0 AND \"end\" > start"));
        redaction.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        redaction.HasIndex(r => new { r.ResponseId, r.QuestionKey, r.Start, r.End }).IsUnique();
        // Withdrawn answers go, and with them what marked where their names stood.
        redaction.HasOne<SurveyAnswer>().WithMany().HasForeignKey(r => new { r.ResponseId, r.QuestionKey }).OnDelete(DeleteBehavior.Cascade);
        redaction.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("themes", table => table.HasCheckConstraint("ck_themes_merged_into_one", "(state = 'Merged') = (merged_into_id IS NOT NULL)"));
        theme.Property(t => t.Name).HasMaxLength(Theme.NameMaxLength);
        theme.Property(t => t.Definition).HasMaxLength(Theme.DefinitionMaxLength);
        theme.Property(t => t.Component).HasConversion<string>().HasMaxLength(30);
        theme.Property(t => t.Attribute).HasMaxLength(SurveyAnswer.QuestionKeyMaxLength);
        theme.Property(t => t.Words).HasMaxLength(Theme.WordsMaxLength);
        theme.Property(t => t.State).HasConversion<string>().HasMaxLength(20);
        theme.Property(t => t.Version).IsConcurrencyToken();
        theme.HasIndex(t => t.Name).IsUnique();
        theme.HasOne<Theme>().WithMany().HasForeignKey(t => t.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThemeChangeMapping : IEntityTypeConfiguration<ThemeChange>
{
    public void Configure(EntityTypeBuilder<ThemeChange> change)
    {
        change.ToTable("theme_changes");
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Detail).HasMaxLength(ThemeChange.DetailMaxLength);
        change.HasOne<Theme>().WithMany().HasForeignKey(c => c.ThemeId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CodingMapping : IEntityTypeConfiguration<Coding>
{
    public void Configure(EntityTypeBuilder<Coding> coding)
    {
        coding.ToTable("codings", table => table.HasCheckConstraint(
            "ck_codings_stretch", "(start IS NULL AND \"end\" IS NULL) OR (start >= 0 AND \"end\" > start)"));
        coding.Property(c => c.Direction).HasConversion<string>().HasMaxLength(20);
        coding.HasIndex(c => new { c.ResponseId, c.QuestionKey });
        coding.HasIndex(c => new { c.ThemeId, c.Second, c.Direction });
        coding.HasOne<SurveyAnswer>().WithMany().HasForeignKey(c => new { c.ResponseId, c.QuestionKey }).OnDelete(DeleteBehavior.Cascade);
        coding.HasOne<Theme>().WithMany().HasForeignKey(c => c.ThemeId).OnDelete(DeleteBehavior.Restrict);
        coding.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.CoderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReleaseMapping : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.ToTable("releases", table =>
        {
            table.HasCheckConstraint("ck_releases_never_anonymous", "tier IN ('Named', 'WorkerOnly')");
            table.HasCheckConstraint("ck_releases_released_about_somebody", "decision <> 'Released' OR worker_id IS NOT NULL");
            table.HasCheckConstraint("ck_releases_withheld_because", "decision <> 'Withheld' OR reason IS NOT NULL");
            table.HasCheckConstraint("ck_releases_worker_only_keeps_no_respondent", "tier = 'Named' OR (respondent_name IS NULL AND received_on IS NULL)");
            table.HasCheckConstraint("ck_releases_withdrawn_keeps_nothing", "withdrawn_on IS NULL OR respondent_name IS NULL");
        });
        release.HasKey(r => r.ResponseId);
        release.Ignore(r => r.Tier);
        release.Property(r => r.StoredTier).HasColumnName("tier").HasMaxLength(20);
        release.Property(r => r.Decision).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        release.Property(r => r.Reason).HasMaxLength(Release.ReasonMaxLength);
        release.Property(r => r.Audience).HasConversion<string>().HasMaxLength(20);
        release.HasIndex(r => new { r.WorkerId, r.Decision, r.ReceivedMonth });
        release.HasOne<SurveyResponse>().WithMany()
            .HasForeignKey(r => new { r.ResponseId, r.StoredTier }).HasPrincipalKey(nameof(SurveyResponse.Id), "tier")
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_releases_same_tier");
        release.HasOne<Worker>().WithMany().HasForeignKey(r => r.WorkerId).OnDelete(DeleteBehavior.Restrict);
        release.HasOne<PublishedQuestionnaire>().WithMany().HasForeignKey(r => r.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
        release.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.Restrict);
        release.HasMany(r => r.Excerpts).WithOne().HasForeignKey(e => e.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReleasedExcerptMapping : IEntityTypeConfiguration<ReleasedExcerpt>
{
    public void Configure(EntityTypeBuilder<ReleasedExcerpt> excerpt)
    {
        excerpt.ToTable("released_excerpts", table => table.HasCheckConstraint(
            "ck_released_excerpts_exactly_one",
            "(CASE WHEN text IS NULL THEN 0 ELSE 1 END) + (CASE WHEN score IS NULL THEN 0 ELSE 1 END) + (CASE WHEN choice IS NULL THEN 0 ELSE 1 END) = 1"));
        excerpt.HasKey(e => new { e.ResponseId, e.QuestionKey });
        excerpt.Property(e => e.QuestionKey).HasMaxLength(SurveyAnswer.QuestionKeyMaxLength);
        excerpt.Property(e => e.Choice).HasMaxLength(SurveyAnswer.ChoiceMaxLength);
    }
}

internal sealed class PaperFormMapping : IEntityTypeConfiguration<PaperForm>
{
    public void Configure(EntityTypeBuilder<PaperForm> form)
    {
        form.ToTable("paper_forms");
        form.Property(f => f.Label).HasMaxLength(PaperForm.LabelMaxLength);
        form.Property(f => f.ReceiptHash).HasMaxLength(32);
        form.Property(f => f.Version).IsConcurrencyToken();
        form.HasIndex(f => f.ReceiptHash).IsUnique();
        form.HasOne<PublishedQuestionnaire>().WithMany().HasForeignKey(f => f.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
        form.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.TypedById).OnDelete(DeleteBehavior.Restrict);
    }
}
