using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RelationalPractice.Data;

namespace RelationalPractice.Surveys;

internal sealed record SealedDraft(int Version, byte[] Ciphertext);

/// <summary>
/// Reads and changes the rows of drafts in SQL that both databases understand. Each step of each family's journey does both, and
/// through EF's query pipeline that took nearly a fifth of the program's processor time (docs/performance.md).
/// </summary>
internal sealed class DraftRows(PracticeDbContext db)
{
    private const string Find = "SELECT version, ciphertext FROM drafts WHERE id = @id AND expires_at_utc > @now";

    // A power cut may take the last steps of a journey, never a response. So a step does not wait for the disk; sending does.
    private const string WaitForDiskOnSqlite = "PRAGMA synchronous = FULL";
    private const string DoNotWaitForDiskOnSqlite = "PRAGMA synchronous = NORMAL";
    private const string DoNotWaitForDiskOnPostgreSql = "SELECT set_config('synchronous_commit', 'off', true); ";

    private const string Change = "UPDATE drafts SET ciphertext = @ciphertext, version = @version + 1 WHERE id = @id AND version = @version";

    public async Task<SealedDraft?> FindAsync(Guid id, DateTime nowUtc, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = Command(Find, (nameof(Draft.Id), "@id", id), (nameof(Draft.ExpiresAtUtc), "@now", nowUtc));
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
            return await reader.ReadAsync(cancellation)
                ? new SealedDraft(reader.GetInt32(0), await reader.GetFieldValueAsync<byte[]>(1, cancellation))
                : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <returns>False when the row is gone or no longer of this version.</returns>
    public async Task<bool> ChangeAsync(Guid id, int version, byte[] ciphertext, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = Command(
                db.IsSqlite ? Change : DoNotWaitForDiskOnPostgreSql + Change,
                (nameof(Draft.Id), "@id", id), (nameof(Draft.Version), "@version", version), (nameof(Draft.Ciphertext), "@ciphertext", ciphertext));
            return db.IsSqlite ? await ChangeOnSqliteAsync(command, cancellation) : await command.ExecuteNonQueryAsync(cancellation) == 1;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The setting belongs to the connection, which the pool hands on: whoever takes it next must not lose what they keep.</summary>
    private async Task<bool> ChangeOnSqliteAsync(DbCommand command, CancellationToken cancellation)
    {
        await using var setting = Command(DoNotWaitForDiskOnSqlite);
        await setting.ExecuteNonQueryAsync(cancellation);
        try
        {
            return await command.ExecuteNonQueryAsync(cancellation) == 1;
        }
        finally
        {
            setting.CommandText = WaitForDiskOnSqlite;
            await setting.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private DbCommand Command(string sql, params ReadOnlySpan<(string Property, string Parameter, object Value)> values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var draft = db.Model.FindEntityType(typeof(Draft))!;
        foreach (var (property, parameter, value) in values)
        {
            command.Parameters.Add(draft.FindProperty(property)!.GetRelationalTypeMapping().CreateParameter(command, parameter, value));
        }

        return command;
    }
}
