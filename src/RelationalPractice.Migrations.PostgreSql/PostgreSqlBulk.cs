using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RelationalPractice.Data;
using RelationalPractice.Demonstration;
using RelationalPractice.Surveys;

namespace RelationalPractice.Migrations.PostgreSql;

/// <summary>Binary COPY, one a table.</summary>
public sealed class PostgreSqlBulk : IResponseBulk
{
    public UInt128 Rank(Guid id) => BinaryPrimitives.ReadUInt128BigEndian(id.ToByteArray(bigEndian: true));

    public async Task WriteAsync(PracticeDbContext db, IReadOnlyList<SurveyResponse> responses, CancellationToken cancellation)
    {
        await WriteAsync(db, BulkTable.Of<SurveyResponse>(db), responses, cancellation);
        await WriteAsync(db, BulkTable.Of<SurveyAnswer>(db), responses.SelectMany(response => response.Answers), cancellation);
    }

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
