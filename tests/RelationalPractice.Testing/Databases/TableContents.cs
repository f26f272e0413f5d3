using System.Data.Common;
using System.Globalization;

namespace RelationalPractice.Testing.Databases;

/// <summary>Every row of every table, written out: to see that nothing changed, or to search.</summary>
public static class TableContents
{
    /// <returns>By table, its rows in an order of their own.</returns>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RowsAsync(this TestDatabase database)
    {
        await using var connection = await database.OpenAsync();
        var tables = await ReadAsync(connection, database.Provider == TestDatabaseProvider.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        var contents = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            contents[table] = [.. (await ReadAsync(connection, $"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal)];
        }

        return contents;
    }

    public static async Task<long> ScalarAsync(this TestDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public static async Task RunAsync(this TestDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One text for each row, its columns named.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(this TestDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        return await ReadAsync(connection, sql);
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.FieldCount == 1
                ? Written(reader.GetValue(0))
                : string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Written(reader.GetValue(i))}")));
        }

        return rows;
    }

    private static string Written(object value) => value switch
    {
        DBNull => "null",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
