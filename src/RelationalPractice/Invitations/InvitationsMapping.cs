using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RelationalPractice.Administration;
using RelationalPractice.Identity;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

internal sealed class FamilyMapping : IEntityTypeConfiguration<Family>
{
    public void Configure(EntityTypeBuilder<Family> family)
    {
        family.ToTable("families", table =>
        {
            table.HasCheckConstraint("ck_families_ends_after_its_start", "ended_on IS NULL OR ended_on >= started_on");
            table.HasCheckConstraint(
                "ck_families_interval", $"interval_months BETWEEN {InvitationSettings.ShortestInterval} AND {InvitationSettings.LongestFamilyInterval}");
        });
        family.Property(f => f.ReferenceHash).HasMaxLength(ContactKey.HashLength);
        family.HasIndex(f => f.ReferenceHash).IsUnique();
        family.HasOne<Worker>().WithMany().HasForeignKey(f => f.WorkerId).OnDelete(DeleteBehavior.Restrict);
        family.HasMany(f => f.Members).WithOne().HasForeignKey(m => m.FamilyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FamilyMemberMapping : IEntityTypeConfiguration<FamilyMember>
{
    public void Configure(EntityTypeBuilder<FamilyMember> member)
    {
        member.ToTable("family_members");
        member.HasKey(m => new { m.FamilyId, m.PersonId });
        member.Property(m => m.Role).HasConversion<string>().HasMaxLength(20);
        member.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContactPersonMapping : IEntityTypeConfiguration<ContactPerson>
{
    public void Configure(EntityTypeBuilder<ContactPerson> person)
    {
        person.ToTable("contact_people", table =>
        {
            table.HasCheckConstraint("ck_contact_people_mobile_is_found_again", "(mobile IS NULL) = (mobile_hash IS NULL)");
            table.HasCheckConstraint("ck_contact_people_email_is_found_again", "(email IS NULL) = (email_hash IS NULL)");
        });
        person.Property(p => p.NameHash).HasMaxLength(ContactKey.HashLength);
        person.Property(p => p.MobileHash).HasMaxLength(ContactKey.HashLength);
        person.Property(p => p.EmailHash).HasMaxLength(ContactKey.HashLength);
        person.Property(p => p.Language).HasMaxLength(ContactPerson.LanguageMaxLength);
        person.Property(p => p.Hours).HasConversion<string>().HasMaxLength(20);
        person.Ignore(p => p.Channel);
        // A household may share a telephone or a box, so neither is unique; the same name with the same number is the same person.
        person.HasIndex(p => new { p.MobileHash, p.NameHash }).IsUnique();
        person.HasIndex(p => new { p.EmailHash, p.NameHash });
    }
}

internal sealed class OptOutMapping : IEntityTypeConfiguration<OptOut>
{
    public void Configure(EntityTypeBuilder<OptOut> optOut)
    {
        optOut.ToTable("opt_outs");
        optOut.HasKey(o => o.ContactHash);
        optOut.Property(o => o.ContactHash).HasMaxLength(ContactKey.HashLength);
        optOut.Property(o => o.By).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Round).HasConversion<string>().HasMaxLength(20);
        invitation.Property(i => i.Channel).HasConversion<string>().HasMaxLength(10);
        invitation.Property(i => i.CodeHash).HasMaxLength(ContactKey.HashLength);
        invitation.HasIndex(i => i.CodeHash).IsUnique();
        invitation.HasIndex(i => new { i.FamilyId, i.PersonId, i.DueOn }).IsUnique();
        invitation.HasIndex(i => i.PersonId);
        invitation.HasOne<FamilyMember>().WithMany().HasForeignKey(i => new { i.FamilyId, i.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationSettingsMapping : IEntityTypeConfiguration<InvitationSettings>
{
    public void Configure(EntityTypeBuilder<InvitationSettings> settings)
    {
        settings.ToTable("invitation_settings", table =>
        {
            table.HasCheckConstraint("ck_invitation_settings_only_one", $"id = {InvitationSettings.OnlyId}");
            table.HasCheckConstraint(
                "ck_invitation_settings_interval",
                $"interval_months BETWEEN {InvitationSettings.ShortestInterval} AND {InvitationSettings.LongestInterval}");
            table.HasCheckConstraint("ck_invitation_settings_hours", "send_from_hour >= 7 AND send_until_hour <= 21 AND send_from_hour < send_until_hour");
        });
        settings.Property(s => s.Id).ValueGeneratedNever();
    }
}

internal sealed class ContactImportMappingMapping : IEntityTypeConfiguration<ContactImportMapping>
{
    public void Configure(EntityTypeBuilder<ContactImportMapping> mapping)
    {
        mapping.ToTable("contact_import_mapping", table => table.HasCheckConstraint("ck_contact_import_mapping_only_one", $"id = {ContactImportMapping.OnlyId}"));
        mapping.Property(m => m.Id).ValueGeneratedNever();
        mapping.Property(m => m.Json).HasMaxLength(ContactImportMapping.JsonMaxLength);
    }
}

internal sealed class ContactImportTable : IEntityTypeConfiguration<ContactImport>
{
    public void Configure(EntityTypeBuilder<ContactImport> import)
    {
        import.ToTable("contact_imports");
        import.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.Mapping).HasMaxLength(ContactImportMapping.JsonMaxLength);
        import.Property(i => i.Trouble).HasMaxLength(ContactImportLine.ReasonMaxLength);
        import.Property(i => i.Version).IsConcurrencyToken();
        import.HasOne<StaffMember>().WithMany().HasForeignKey(i => i.UploadedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactImportLineTable : IEntityTypeConfiguration<ContactImportLine>
{
    public void Configure(EntityTypeBuilder<ContactImportLine> line)
    {
        line.ToTable("contact_import_lines");
        line.HasKey(l => new { l.ImportId, l.Line });
        line.Property(l => l.Fate).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Reason).HasMaxLength(ContactImportLine.ReasonMaxLength);
        line.HasOne<ContactImport>().WithMany().HasForeignKey(l => l.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
