using System.Buffers.Binary;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RelationalPractice.Data;

namespace RelationalPractice.Migrations.Sqlite;

/// <summary>One prepared statement a table, run once a row.</summary>
public sealed class SqliteBulk : IBulk
{
    // EF keeps identifiers as Guid.ToByteArray, whose first eight bytes are turned round, and SQLite compares them byte by byte.
    public UInt128 Rank(Guid id) => BinaryPrimitives.ReadUInt128BigEndian(id.ToByteArray());

    public Task BeginAsync(PracticeDbContext db, CancellationToken cancellation) => Task.CompletedTask;

    public Task WriteAsync<TRow>(PracticeDbContext db, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class => WriteAsync(db, BulkTable.Of<TRow>(db), rows, cancellation);

    public Task FinishAsync(PracticeDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA analysis_limit = 400; PRAGMA optimize;", cancellation);

    private static async Task WriteAsync(PracticeDbContext db, BulkTable table, IEnumerable<object> rows, CancellationToken cancellation)
    {
        // Random keys touch every page of every index: in the usual 2 MB each row would read pages in and write them out again.
        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -65536", cancellation);
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        insert.CommandText =
            $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        var values = table.Columns.Select((column, i) => (Parameter: Add(insert, $"$p{i}"), column.ValueOf)).ToArray();
        await insert.PrepareAsync(cancellation);
        foreach (var row in rows)
        {
            foreach (var (parameter, valueOf) in values) parameter.Value = valueOf(row) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -2000", cancellation);
    }

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
