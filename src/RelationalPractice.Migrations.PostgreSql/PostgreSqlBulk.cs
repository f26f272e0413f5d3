using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RelationalPractice.Data;

namespace RelationalPractice.Migrations.PostgreSql;

/// <summary>Binary COPY, one a table.</summary>
public sealed class PostgreSqlBulk : IBulk
{
    public UInt128 Rank(Guid id) => BinaryPrimitives.ReadUInt128BigEndian(id.ToByteArray(bigEndian: true));

    /// <summary>A statement that was prepared goes through a list of two thousand people one by one for each row; planned anew, it hashes the list.</summary>
    public Task BeginAsync(PracticeDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("SET LOCAL plan_cache_mode = force_custom_plan", cancellation);

    public Task WriteAsync<TRow>(PracticeDbContext db, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class => WriteAsync(db, BulkTable.Of<TRow>(db), rows, cancellation);

    public Task FinishAsync(PracticeDbContext db, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync("ANALYZE", cancellation);

    private static async Task WriteAsync(PracticeDbContext db, BulkTable table, IEnumerable<object> rows, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in table.Columns)
            {
                if (column.ValueOf(row) is { } value) await copy.WriteAsync(value, cancellation);
                else await copy.WriteNullAsync(cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }
}
