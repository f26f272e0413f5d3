using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using RelationalPractice.Testing.Databases;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Testing;

public sealed class TestDatabaseTests
{
    private static readonly ConcurrentBag<string> Filled = [];

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Create_Twice_CopiesOneTemplateAndKeepsThemApart(TestDatabaseProvider provider)
    {
        await using var first = await TestDatabase.CreateAsync(provider, FillTemplateAsync);
        await using var second = await TestDatabase.CreateAsync(provider, FillTemplateAsync);

        await RunAsync(first, "INSERT INTO words VALUES ('only here')");

        (await WordsAsync(first)).ShouldBe(["only here", "template"]);
        (await WordsAsync(second)).ShouldBe(["template"]);
        Filled.Count(connection => connection.Contains("Host=", StringComparison.Ordinal) == (provider == TestDatabaseProvider.PostgreSql)).ShouldBe(1);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task TakeAway_UntilBroughtBack_FailsAtOnceAndLosesNothing(TestDatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, FillTemplateAsync);
        await RunAsync(database, "INSERT INTO words VALUES ('kept')");

        await database.TakeAwayAsync();
        var clock = Stopwatch.StartNew();
        await Should.ThrowAsync<DbException>(() => RunAsync(database, "INSERT INTO words VALUES ('lost')"));
        await Should.ThrowAsync<DbException>(() => RunAsync(database, "INSERT INTO words VALUES ('lost')"));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        await database.BringBackAsync();

        (await WordsAsync(database)).ShouldBe(["kept", "template"]);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite, "practice.db-wal")]
    [InlineData(TestDatabaseProvider.PostgreSql, "pg_wal/")]
    public async Task Files_AfterAWord_HoldItInFileLogAndBackup(TestDatabaseProvider provider, string log)
    {
        const string word = "a-word-that-stands-nowhere-else";
        await using var database = await TestDatabase.CreateAsync(provider, FillTemplateAsync);
        (await database.FilesAsync()).ShouldNotContain(file => file.Contains(word));

        await RunAsync(database, $"INSERT INTO words VALUES ('{word}')");

        var holding = (await database.FilesAsync()).Where(file => file.Contains(word)).Select(file => file.Name).ToList();
        holding.ShouldContain("backup");
        holding.ShouldContain(name => name.StartsWith(log, StringComparison.Ordinal));
        if (provider == TestDatabaseProvider.PostgreSql)
        {
            holding.ShouldContain("public.words");
            holding.ShouldContain(name => name.StartsWith("base/", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Dispose_WhileAConnectionIsPooled_RemovesTheDatabase(TestDatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider, FillTemplateAsync);
        await RunAsync(database, "INSERT INTO words VALUES ('gone')");

        await database.DisposeAsync();

        await Should.ThrowAsync<DbException>(database.OpenAsync);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Create_NothingFilledIn_IsEmptyAndCanBeUsed(TestDatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, LeaveEmptyAsync);

        await FillAsync(database.ConnectionString);

        (await WordsAsync(database)).ShouldBe(["template"]);
    }

    [Fact]
    public async Task Create_FillingLeavesAConnectionOpenOnSqlite_IsRefused()
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => TestDatabase.CreateAsync(TestDatabaseProvider.Sqlite, LeakAsync));

        refusal.Message.ShouldContain("left a connection open");
    }

    private static async Task FillTemplateAsync(string connectionString)
    {
        Filled.Add(connectionString);
        await FillAsync(connectionString);
    }

    private static async Task FillAsync(string connectionString)
    {
        await RunAsync(connectionString, "CREATE TABLE words (word text PRIMARY KEY)");
        await RunAsync(connectionString, "INSERT INTO words VALUES ('template')");
    }

    private static Task LeaveEmptyAsync(string connectionString) => Task.CompletedTask;

    private static async Task LeakAsync(string connectionString)
    {
        var connection = Connection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA journal_mode = wal");
        await RunAsync(connection, "CREATE TABLE words (word text)");
    }

    private static Task RunAsync(TestDatabase database, string sql) => RunAsync(database.ConnectionString, sql);

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = Connection(connectionString);
        await connection.OpenAsync();
        if (connection is SqliteConnection)
        {
            await RunAsync(connection, "PRAGMA journal_mode = wal");
        }

        await RunAsync(connection, sql);
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> WordsAsync(TestDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT word FROM words ORDER BY word";
        await using var reader = await command.ExecuteReaderAsync();
        var words = new List<string>();
        while (await reader.ReadAsync())
        {
            words.Add(reader.GetString(0));
        }

        return words;
    }

    private static DbConnection Connection(string connectionString) =>
        connectionString.StartsWith("Host=", StringComparison.Ordinal) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
}
