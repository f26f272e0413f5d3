using System.Collections.Concurrent;
using System.Data.Common;

namespace RelationalPractice.Testing.Databases;

/// <summary>A database of one test class, copied from a template that was migrated and filled once.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(TestDatabaseProvider, Func<string, Task>), Lazy<Task<TestDatabase>>> Templates = new();

    public abstract TestDatabaseProvider Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>
    /// Pass the same static method everywhere: the process builds one template for each provider and method.
    /// </summary>
    public static async Task<TestDatabase> CreateAsync(TestDatabaseProvider provider, Func<string, Task> migrateAndSeed)
    {
        var template = Templates.GetOrAdd(
            (provider, migrateAndSeed),
            _ => new Lazy<Task<TestDatabase>>(() => BuildTemplateAsync(provider, migrateAndSeed)));
        return await (await template.Value).CopyAsync();
    }

    /// <summary>A connection outside the application's pool, for what a test wants to see or try in SQL.</summary>
    public abstract Task<DbConnection> OpenAsync();

    /// <summary>From now on every use of the database fails at once, as when its server or disk has gone.</summary>
    public abstract Task TakeAwayAsync();

    public abstract Task BringBackAsync();

    /// <summary>
    /// Everything that is kept, for searches: the database's files, its write-ahead log and a backup of it. PostgreSQL
    /// keeps one log for all its databases, so search for words that no other test writes.
    /// </summary>
    public abstract Task<IReadOnlyList<KeptFile>> FilesAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Lets go of every connection: from now on the database is only copied.</summary>
    protected abstract Task SealAsync();

    protected abstract Task<TestDatabase> CopyAsync();

    private static async Task<TestDatabase> BuildTemplateAsync(TestDatabaseProvider provider, Func<string, Task> migrateAndSeed)
    {
        TestDatabase template = provider switch
        {
            TestDatabaseProvider.Sqlite => SqliteTestDatabase.CreateEmpty(),
            TestDatabaseProvider.PostgreSql => await PostgreSqlTestDatabase.CreateEmptyAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such provider")
        };
        try
        {
            await migrateAndSeed(template.ConnectionString);
            await template.SealAsync();
            return template;
        }
        catch
        {
            await template.DisposeAsync();
            throw;
        }
    }
}
