using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Supervision;
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

    public DbSet<TeamManager> TeamManagers => Set<TeamManager>();

    public DbSet<ReadingClaim> ReadingClaims => Set<ReadingClaim>();

    public DbSet<TriageWord> TriageWords => Set<TriageWord>();

    public DbSet<SafeguardingConcern> SafeguardingConcerns => Set<SafeguardingConcern>();

    public DbSet<ComplaintWish> ComplaintWishes => Set<ComplaintWish>();

    public DbSet<CollationRecord> CollationRecords => Set<CollationRecord>();

    public DbSet<Redaction> Redactions => Set<Redaction>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeChange> ThemeChanges => Set<ThemeChange>();

    public DbSet<Coding> Codings => Set<Coding>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<SupervisionRecord> SupervisionRecords => Set<SupervisionRecord>();

    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();

    public DbSet<Family> Families => Set<Family>();

    public DbSet<FamilyMember> FamilyMembers => Set<FamilyMember>();

    public DbSet<ContactPerson> ContactPeople => Set<ContactPerson>();

    public DbSet<OptOut> OptOuts => Set<OptOut>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<InvitationSettings> InvitationSettings => Set<InvitationSettings>();

    public DbSet<ContactImport> ContactImports => Set<ContactImport>();

    public DbSet<ContactImportLine> ContactImportLines => Set<ContactImportLine>();

    public DbSet<ContactImportMapping> ContactImportMappings => Set<ContactImportMapping>();

    public DbSet<InterviewerProfile> InterviewerProfiles => Set<InterviewerProfile>();

    public DbSet<InterviewRequest> InterviewRequests => Set<InterviewRequest>();

    public DbSet<InterviewSlot> InterviewSlots => Set<InterviewSlot>();

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<InterviewDraft> InterviewDrafts => Set<InterviewDraft>();

    public DbSet<PaperForm> PaperForms => Set<PaperForm>();

    public DbSet<AuthorityLogo> AuthorityLogos => Set<AuthorityLogo>();

    public DbSet<LeafletWords> LeafletWords => Set<LeafletWords>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<AuditChain> AuditChain => Set<AuditChain>();

    /// <exception cref="NotSupportedException">There are audit events to keep: they are linked into their chain asynchronously.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => AddedAuditEvents().Count == 0
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("Audit events are kept by SaveChangesAsync.");

    /// <summary>Links new audit events into their chain, in the same transaction as what they tell of.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var added = AddedAuditEvents();
        if (added.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await Auditing.AuditChain.LinkAsync(this, added, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

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
        // First, for other tables repeat its tier, which is no property of the class.
        builder.ApplyConfiguration(new SurveyResponseMapping());
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

    private List<AuditEvent> AddedAuditEvents() =>
        [.. ChangeTracker.Entries<AuditEvent>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];

    private sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class MonthAsInteger() : ValueConverter<Month, int>(month => month.Value, value => Month.FromValue(value));

    private sealed class ProtectedTextAsBytes() : ValueConverter<ProtectedText, byte[]>(
        text => text.Ciphertext, bytes => new ProtectedText(bytes));
}
