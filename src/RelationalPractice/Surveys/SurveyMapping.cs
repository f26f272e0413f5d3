using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Administration;

namespace RelationalPractice.Surveys;

internal sealed class SurveyResponseMapping : IEntityTypeConfiguration<SurveyResponse>
{
    public void Configure(EntityTypeBuilder<SurveyResponse> response)
    {
        response.ToTable("survey_responses", table =>
        {
            table.HasCheckConstraint("ck_survey_responses_tier", "tier IN ('Named', 'WorkerOnly', 'Anonymous')");
            table.HasCheckConstraint(
                "ck_survey_responses_anonymous_keeps_nobody",
                "tier <> 'Anonymous' OR (respondent_name IS NULL AND contact IS NULL AND received_on IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL AND scores_only IS NULL AND worker_match IS NULL AND matched_worker_id IS NULL)");
            table.HasCheckConstraint(
                "ck_survey_responses_worker_only_keeps_no_respondent",
                "tier <> 'WorkerOnly' OR (respondent_name IS NULL AND contact IS NULL AND received_on IS NULL)");
            table.HasCheckConstraint("ck_survey_responses_named_keeps_its_day", "tier <> 'Named' OR received_on IS NOT NULL");
            table.HasCheckConstraint(
                "ck_survey_responses_read_by_erased",
                "read_by IS NULL OR state = 'New' OR (tier = 'Named' AND state = 'Read')");
            table.HasCheckConstraint(
                "ck_survey_responses_withdrawn_keeps_nothing",
                "state <> 'Withdrawn' OR (respondent_name IS NULL AND contact IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL AND worker_match IS NULL AND matched_worker_id IS NULL)");
            table.HasCheckConstraint(
                "ck_survey_responses_matched_to_one", "(matched_worker_id IS NOT NULL) = (worker_match IS NOT NULL AND worker_match = 'One')");
            table.HasCheckConstraint("ck_survey_responses_new_has_its_day", "state <> 'New' OR read_by IS NOT NULL");
            table.HasCheckConstraint("ck_survey_responses_month", "received_month BETWEEN 200001 AND 999912");
        });
        response.HasDiscriminator<string>("tier")
            .HasValue<NamedResponse>(nameof(Tier.Named))
            .HasValue<WorkerOnlyResponse>(nameof(Tier.WorkerOnly))
            .HasValue<AnonymousResponse>(nameof(Tier.Anonymous));
        response.Property<string>("tier").HasMaxLength(20);
        // For the tables that repeat the tier, so that the database holds them to it.
        response.HasAlternateKey(nameof(SurveyResponse.Id), "tier").HasName("ak_survey_responses_id_tier");
        response.Ignore(r => r.Tier);
        // Reading and withdrawing may meet: neither may undo the other.
        response.Property(r => r.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        response.Property(r => r.ReceiptHash).HasMaxLength(32);
        response.HasIndex(r => r.ReceiptHash).IsUnique();
        response.HasIndex(r => new { r.State, r.Raised, r.ReadBy, r.Id });
        // The overview asks for a span of months, often of one questionnaire.
        response.HasIndex(r => new { r.ReceivedMonth, r.QuestionnaireId, r.State });
        response.HasOne(r => r.Questionnaire).WithMany().HasForeignKey(r => r.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
        response.HasOne(r => r.ServiceArea).WithMany().HasForeignKey(r => r.ServiceAreaId).OnDelete(DeleteBehavior.Restrict);
        response.HasMany(r => r.Answers).WithOne().HasForeignKey(a => a.ResponseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WorkerResponseMapping : IEntityTypeConfiguration<WorkerResponse>
{
    public void Configure(EntityTypeBuilder<WorkerResponse> response)
    {
        response.Property(r => r.WorkerMatch).HasConversion<string>().HasMaxLength(20);
        response.HasOne<Worker>().WithMany().HasForeignKey(r => r.MatchedWorkerId).OnDelete(DeleteBehavior.Restrict);
        response.HasOne<Worker>().WithMany().HasForeignKey(r => r.WorkerId).OnDelete(DeleteBehavior.Restrict);
        response.HasOne<Team>().WithMany().HasForeignKey(r => r.TeamId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SurveyAnswerMapping : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> answer)
    {
        answer.ToTable("survey_answers", table =>
        {
            table.HasCheckConstraint("ck_survey_answers_score", "score BETWEEN 1 AND 5");
            table.HasCheckConstraint(
                "ck_survey_answers_exactly_one",
                "(CASE WHEN text IS NULL THEN 0 ELSE 1 END) + (CASE WHEN score IS NULL THEN 0 ELSE 1 END) + (CASE WHEN choice IS NULL THEN 0 ELSE 1 END) = 1");
        });
        answer.HasKey(a => new { a.ResponseId, a.QuestionKey });
        answer.Property(a => a.QuestionKey).HasMaxLength(SurveyAnswer.QuestionKeyMaxLength);
        answer.Property(a => a.Text).HasMaxLength(SurveyAnswer.TextMaxLength);
        answer.Property(a => a.Choice).HasMaxLength(SurveyAnswer.ChoiceMaxLength);
    }
}

internal sealed class PublishedQuestionnaireMapping : IEntityTypeConfiguration<PublishedQuestionnaire>
{
    public void Configure(EntityTypeBuilder<PublishedQuestionnaire> questionnaire)
    {
        questionnaire.ToTable("questionnaires");
        questionnaire.Property(q => q.Audience).HasConversion<string>().HasMaxLength(20);
        questionnaire.Property(q => q.Language).HasMaxLength(PublishedQuestionnaire.LanguageMaxLength);
        questionnaire.Property(q => q.Version).HasMaxLength(PublishedQuestionnaire.VersionMaxLength);
        questionnaire.HasIndex(q => new { q.Audience, q.Language, q.Version }).IsUnique();
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasIndex(d => d.ExpiresAtUtc);
    }
}

internal sealed class SurveyLinkMapping : IEntityTypeConfiguration<SurveyLink>
{
    public void Configure(EntityTypeBuilder<SurveyLink> link)
    {
        link.ToTable("survey_links", table => table.HasCheckConstraint(
            "ck_survey_links_one_target",
            "(CASE WHEN service_area_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN team_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN worker_id IS NULL THEN 0 ELSE 1 END) <= 1"));
        link.Property(l => l.Code).HasMaxLength(SurveyLink.CodeLength);
        link.Property(l => l.Label).HasMaxLength(SurveyLink.LabelMaxLength);
        link.Property(l => l.Audience).HasConversion<string>().HasMaxLength(20);
        link.HasIndex(l => l.Code).IsUnique();
        link.HasOne<ServiceArea>().WithMany().HasForeignKey(l => l.ServiceAreaId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Team>().WithMany().HasForeignKey(l => l.TeamId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Worker>().WithMany().HasForeignKey(l => l.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}
