using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Invitations;
using RelationalPractice.Surveys;

namespace RelationalPractice.Messaging;

internal sealed class OutgoingMessageMapping : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        message.ToTable("outgoing_messages", table =>
        {
            table.HasCheckConstraint("ck_outgoing_messages_named", "(response_id IS NULL) = (tier IS NULL) AND (tier IS NULL OR tier = 'Named')");
            table.HasCheckConstraint("ck_outgoing_messages_outcome_of_a_response", "kind <> 'SupervisionOutcome' OR response_id IS NOT NULL");
            table.HasCheckConstraint("ck_outgoing_messages_one_addressee", "(person_id IS NULL) <> (contact IS NULL)");
            table.HasCheckConstraint("ck_outgoing_messages_claimed_while_sending", "(state = 'Sending') = (claim_id IS NOT NULL)");
        });
        message.Property(m => m.Kind).HasConversion<string>().HasMaxLength(30);
        message.Property(m => m.Channel).HasConversion<string>().HasMaxLength(10);
        // A node that sends, a call-back and a withdrawal may meet at one message: the first stands.
        message.Property(m => m.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        message.Property(m => m.ClaimId).IsConcurrencyToken();
        message.Property(m => m.StoredTier).HasColumnName("tier").HasMaxLength(20);
        message.Property(m => m.Subject).HasMaxLength(OutgoingMessage.SubjectMaxLength);
        message.Property(m => m.Body).HasMaxLength(OutgoingMessage.BodyMaxLength);
        message.Property(m => m.Failure).HasMaxLength(OutgoingMessage.FailureMaxLength);
        message.HasIndex(m => new { m.Kind, m.AboutId, m.ResponseId }).IsUnique();
        // Two nulls are not the same to a database: without a response it is kind and subject alone.
        message.HasIndex(m => new { m.Kind, m.AboutId }).IsUnique().HasFilter("response_id IS NULL").HasDatabaseName("ix_outgoing_messages_once");
        message.Ignore(m => m.MayHaveGoneOut);
        message.HasIndex(m => new { m.State, m.NextTryAtUtc });
        message.HasOne<SurveyResponse>().WithMany()
            .HasForeignKey(m => new { m.ResponseId, m.StoredTier }).HasPrincipalKey(nameof(SurveyResponse.Id), "tier")
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_outgoing_messages_same_tier");
        message.HasOne<ContactPerson>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
