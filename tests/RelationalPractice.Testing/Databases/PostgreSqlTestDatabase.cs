using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace RelationalPractice.Testing.Databases;

internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly string _server;
    private readonly string _name;
    private readonly string _firstWalFile;

    private PostgreSqlTestDatabase(string server, string name, string firstWalFile)
    {
        _server = server;
        _name = name;
        _firstWalFile = firstWalFile;
    }

    public override TestDatabaseProvider Provider => TestDatabaseProvider.PostgreSql;

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ToString();

    public static Task<PostgreSqlTestDatabase> CreateEmptyAsync() => CreateAsync("template0");

    public override async Task<DbConnection> OpenAsync() => await OpenAsync(_name);

    public override async Task TakeAwayAsync()
    {
        await using var connection = await OpenAsync("postgres");
        await RunAsync(connection, $"""ALTER DATABASE "{_name}" ALLOW_CONNECTIONS false""");
        await RunAsync(connection, $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{_name}'");
    }

    public override async Task BringBackAsync()
    {
        await using var connection = await OpenAsync("postgres");
        await RunAsync(connection, $"""ALTER DATABASE "{_name}" ALLOW_CONNECTIONS true""");
    }

    // Tables are read in binary too, because a dump shows bytes only as hexadecimal digits. The server reads its own
    // files for us, so that this works whoever runs the tests.
    public override async Task<IReadOnlyList<KeptFile>> FilesAsync()
    {
        var files = new List<KeptFile> { new("backup", await DumpAsync()) };
        await using var connection = await OpenAsync(_name);
        await RunAsync(connection, "CHECKPOINT");

        foreach (var table in await ReadAsync(connection, "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
        {
            await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT binary)");
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            files.Add(new KeptFile(table, bytes.ToArray()));
        }

        files.AddRange(await ReadFilesAsync(connection, "SELECT pg_relation_filepath(oid) FROM pg_class WHERE relfilenode <> 0 AND NOT relisshared"));
        files.AddRange(await ReadFilesAsync(connection, $"SELECT 'pg_wal/' || name FROM pg_ls_waldir() WHERE name >= '{_firstWalFile}' AND name <= pg_walfile_name(pg_current_wal_lsn())"));
        return files;
    }

    public override async ValueTask DisposeAsync()
    {
        await using var connection = await OpenAsync("postgres");
        await RunAsync(connection, $"""DROP DATABASE IF EXISTS "{_name}" WITH (FORCE)""");
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
    }

    protected override async Task SealAsync()
    {
        await TakeAwayAsync();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
    }

    protected override async Task<TestDatabase> CopyAsync() => await CreateAsync(_name);

    private static async Task<PostgreSqlTestDatabase> CreateAsync(string template)
    {
        var server = await PostgreSqlCluster.ConnectionStringAsync();
        var name = $"practice_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        var firstWalFile = (await ReadAsync(connection, "SELECT pg_walfile_name(pg_current_wal_lsn())"))[0];
        // Copying files, and not through the log: quicker, and searches of the log find only what the class itself wrote.
        await RunAsync(connection, $"""CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy""");
        return new PostgreSqlTestDatabase(server, name, firstWalFile);
    }

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Database = database, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task<List<KeptFile>> ReadFilesAsync(NpgsqlConnection connection, string paths)
    {
        await using var command = new NpgsqlCommand($"SELECT path, pg_read_binary_file(path, 0, 1000000000, true) FROM ({paths}) AS files (path)", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var files = new List<KeptFile>();
        while (await reader.ReadAsync())
        {
            if (!await reader.IsDBNullAsync(1))
            {
                files.Add(new KeptFile(reader.GetString(0), await reader.GetFieldValueAsync<byte[]>(1)));
            }
        }

        return files;
    }

    private async Task<byte[]> DumpAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(ConnectionString);
        var start = new ProcessStartInfo(PostgreSqlCluster.Program("pg_dump"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGDATABASE"] = server.Database;

        using var dump = Process.Start(start)!;
        using var bytes = new MemoryStream();
        var errors = dump.StandardError.ReadToEndAsync();
        await dump.StandardOutput.BaseStream.CopyToAsync(bytes);
        await dump.WaitForExitAsync();
        return dump.ExitCode == 0 ? bytes.ToArray() : throw new InvalidOperationException($"pg_dump failed: {await errors}");
    }
}
