using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RelationalPractice.Identity;

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("staff");
        staff.Property(s => s.DisplayName).HasMaxLength(StaffMember.DisplayNameMaxLength);
        staff.Property(s => s.Side).HasConversion<string>().HasMaxLength(20);
        staff.HasAlternateKey(s => new { s.Id, s.Side }).HasName("ak_staff_id_side");
        staff.HasMany(s => s.Roles).WithOne()
            .HasForeignKey(r => new { r.StaffMemberId, r.Side })
            .HasPrincipalKey(s => new { s.Id, s.Side })
            .OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("fk_staff_roles_same_side");
    }
}

internal sealed class StaffRoleMapping : IEntityTypeConfiguration<StaffRole>
{
    public void Configure(EntityTypeBuilder<StaffRole> role)
    {
        role.ToTable("staff_roles", table =>
        {
            table.HasCheckConstraint("ck_staff_roles_collation", "role <> 'QualityAssurance' OR side = 'Collation'");
            table.HasCheckConstraint("ck_staff_roles_casework", "role NOT IN ('Manager', 'Worker') OR side = 'Casework'");
        });
        role.HasKey(r => new { r.StaffMemberId, r.Role });
        role.Property(r => r.Role).HasConversion<string>().HasMaxLength(30);
        role.Property(r => r.Side).HasConversion<string>().HasMaxLength(20);
    }
}
