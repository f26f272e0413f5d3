using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Data;

/// <summary>One authority's database, the same model on SQLite and PostgreSQL (docs/data/model.md).</summary>
public class PracticeDbContext(DbContextOptions<PracticeDbContext> options) : IdentityUserContext<StaffMember, Guid>(options)
{
    public DbSet<Authority> Authorities => Set<Authority>();

    public DbSet<ServiceArea> ServiceAreas => Set<ServiceArea>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Worker> Workers => Set<Worker>();

    public DbSet<StaffRole> StaffRoles => Set<StaffRole>();

    public DbSet<PublishedQuestionnaire> Questionnaires => Set<PublishedQuestionnaire>();

    public DbSet<SurveyLink> SurveyLinks => Set<SurveyLink>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<SurveyResponse> SurveyResponses => Set<SurveyResponse>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcDateTime>();
        conventions.Properties<Month>().HaveConversion<MonthAsInteger>();
        conventions.Properties<ProtectedText>().HaveConversion<ProtectedTextAsBytes>().HaveMaxLength(ProtectedText.MaxLength);
        if (IsSqlite)
        {
            // 16 bytes instead of 36 characters in every key and index.
            conventions.Properties<Guid>().HaveConversion<GuidToBytesConverter>();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PracticeDbContext).Assembly);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("staff_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("staff_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("staff_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            // Identity maps passkeys only where its options can be reached, which is not so at design time.
            passkey.ToTable("staff_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        SnakeCase.Apply(builder);
    }

    private sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class MonthAsInteger() : ValueConverter<Month, int>(month => month.Value, value => Month.FromValue(value));

    private sealed class ProtectedTextAsBytes() : ValueConverter<ProtectedText, byte[]>(
        text => text.Ciphertext, bytes => new ProtectedText(bytes));
}
