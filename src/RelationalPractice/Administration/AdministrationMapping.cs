using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Administration;

internal sealed class AuthorityMapping : IEntityTypeConfiguration<Authority>
{
    public void Configure(EntityTypeBuilder<Authority> authority)
    {
        authority.ToTable("authority", table => table.HasCheckConstraint("ck_authority_only_one", $"id = {Authority.OnlyId}"));
        authority.Property(a => a.Id).ValueGeneratedNever();
        authority.Property(a => a.Name).HasMaxLength(Authority.NameMaxLength);
        foreach (var contact in new[]
        {
            nameof(Authority.Telephone), nameof(Authority.Email), nameof(Authority.FrontDoorTelephone), nameof(Authority.OutOfHoursTelephone),
            nameof(Authority.AdvocacyName), nameof(Authority.AdvocacyTelephone), nameof(Authority.ComplaintsEmail), nameof(Authority.SafeSite),
        })
        {
            authority.Property(contact).HasMaxLength(Authority.ContactMaxLength);
        }
    }
}

internal sealed class ServiceAreaMapping : IEntityTypeConfiguration<ServiceArea>
{
    public void Configure(EntityTypeBuilder<ServiceArea> area)
    {
        area.ToTable("service_areas");
        area.Property(a => a.Name).HasMaxLength(ServiceArea.NameMaxLength);
        area.HasIndex(a => a.Name).IsUnique();
    }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.ToTable("teams");
        team.Property(t => t.Name).HasMaxLength(Team.NameMaxLength);
        team.HasIndex(t => t.Name).IsUnique();
        team.HasOne(t => t.ServiceArea).WithMany().HasForeignKey(t => t.ServiceAreaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkerMapping : IEntityTypeConfiguration<Worker>
{
    public void Configure(EntityTypeBuilder<Worker> worker)
    {
        worker.ToTable("workers");
        worker.Property(w => w.Name).HasMaxLength(Worker.NameMaxLength);
        worker.HasOne(w => w.Team).WithMany().HasForeignKey(w => w.TeamId).OnDelete(DeleteBehavior.Restrict);
        worker.HasOne<StaffMember>().WithMany().HasForeignKey(w => w.StaffMemberId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class AuthorityLogoMapping : IEntityTypeConfiguration<AuthorityLogo>
{
    public void Configure(EntityTypeBuilder<AuthorityLogo> logo)
    {
        logo.ToTable("authority_logo", table => table.HasCheckConstraint("ck_authority_logo_only_one", $"id = {AuthorityLogo.OnlyId}"));
        logo.Property(l => l.Id).ValueGeneratedNever();
        logo.Property(l => l.ContentType).HasMaxLength(20);
    }
}

internal sealed class LeafletWordsMapping : IEntityTypeConfiguration<LeafletWords>
{
    public void Configure(EntityTypeBuilder<LeafletWords> words)
    {
        words.ToTable("leaflet_words");
        words.HasKey(w => new { w.Audience, w.Language });
        words.Property(w => w.Audience).HasConversion<string>().HasMaxLength(20);
        words.Property(w => w.Language).HasMaxLength(PublishedQuestionnaire.LanguageMaxLength);
        words.Property(w => w.Words).HasMaxLength(LeafletWords.WordsMaxLength);
    }
}

internal sealed class TeamManagerMapping : IEntityTypeConfiguration<TeamManager>
{
    public void Configure(EntityTypeBuilder<TeamManager> manager)
    {
        manager.ToTable("team_managers");
        manager.HasKey(m => new { m.TeamId, m.StaffMemberId });
        manager.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Cascade);
        manager.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
