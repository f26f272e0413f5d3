using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using RelationalPractice.Data;
using SQLitePCL;

namespace RelationalPractice.Migrations.Sqlite;

/// <summary>All that is particular to running on SQLite.</summary>
public static class SqliteDatabase
{
    public static DbContextOptionsBuilder UsePracticeSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
        .ReplaceService<IMigrationsSqlGenerator, WithoutRowIdSqlGenerator>()
        .AddInterceptors(new Pragmas());

    /// <summary>WAL lets readers go on while one writes. It is a property of the file, so setting it once is enough.</summary>
    public static Task PrepareFileAsync(PracticeDbContext db) => db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");

    /// <summary>
    /// The log keeps pages as they were, in the order of writing: drafts that are gone, days that were erased, answers that
    /// were taken back. Copying it into the file and cutting it to nothing makes that forgotten too.
    /// </summary>
    public static Task ForgetLogAsync(PracticeDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);

    public static void CreateFolder(PracticeDbContext db)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>
    /// secure_delete overwrites what is deleted, so that a withdrawn answer or an old draft does not stay readable
    /// in the file. busy_timeout lets SQLite itself wait a millisecond or two for another writer, where the client library
    /// sleeps for 150. synchronous waits for the disk before a change counts as kept, so that a power cut takes no response. No pragma is kept in the file: they belong to each connection, which the pool hands out many times.
    /// </summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Sql = "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;";

        private readonly ConditionalWeakTable<sqlite3, object> _prepared = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (IsPrepared(connection))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
            Prepared(connection);
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (IsPrepared(connection))
            {
                return;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
            Prepared(connection);
        }

        private bool IsPrepared(DbConnection connection) => _prepared.TryGetValue(((SqliteConnection)connection).Handle!, out _);

        private void Prepared(DbConnection connection) => _prepared.AddOrUpdate(((SqliteConnection)connection).Handle!, this);
    }
}
