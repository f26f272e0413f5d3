using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Surveys;

namespace RelationalPractice.Messaging;

internal sealed class OutgoingMessageMapping : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        message.ToTable("outgoing_messages", table => table.HasCheckConstraint("ck_outgoing_messages_named", "tier = 'Named'"));
        message.Property(m => m.Kind).HasConversion<string>().HasMaxLength(30);
        message.Property(m => m.StoredTier).HasColumnName("tier").HasMaxLength(20);
        message.Property(m => m.Body).HasMaxLength(OutgoingMessage.BodyMaxLength);
        message.HasIndex(m => new { m.Kind, m.AboutId, m.ResponseId }).IsUnique();
        message.HasOne<SurveyResponse>().WithMany()
            .HasForeignKey(m => new { m.ResponseId, m.StoredTier }).HasPrincipalKey(nameof(SurveyResponse.Id), "tier")
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_outgoing_messages_same_tier");
    }
}
