using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Demonstration;
using RelationalPractice.Migrations.PostgreSql;
using RelationalPractice.Migrations.Sqlite;
using RelationalPractice.Testing.Databases;

namespace RelationalPractice.Web.Tests.Demonstration;

/// <summary>A migrated, empty database and what loads the demonstration into it.</summary>
internal sealed class DemonstrationDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private DemonstrationDatabase(TestDatabase database) => _database = database;

    public EphemeralDataProtectionProvider Keys { get; } = new();

    public PersonalDataProtector PersonalData => new(Keys);

    public AuthorityKeys AuthorityKeys => new(Keys, new Chance());

    public IBulk Bulk => _database.Provider == TestDatabaseProvider.Sqlite ? new SqliteBulk() : new PostgreSqlBulk();

    public static async Task<DemonstrationDatabase> CreateAsync(TestDatabaseProvider provider) =>
        new(await TestDatabase.CreateAsync(provider, MigrateAsync));

    public PracticeDbContext Open() => Open(_database.ConnectionString);

    public async Task<DemonstrationOutcome> LoadAsync(DemonstrationOptions options)
    {
        await using var db = Open();
        return await new DemonstrationLoader(db, PersonalData, AuthorityKeys, Bulk).LoadAsync(options);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static PracticeDbContext Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PracticeDbContext>();
        _ = connectionString.StartsWith("Data Source", StringComparison.Ordinal)
            ? options.UsePracticeSqlite(connectionString)
            : options.UsePracticePostgreSql(connectionString);
        return new PracticeDbContext(options.Options);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        await db.Database.MigrateAsync();
    }
}
