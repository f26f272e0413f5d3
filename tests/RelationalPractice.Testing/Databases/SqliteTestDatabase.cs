using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace RelationalPractice.Testing.Databases;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private const string FileName = "practice.db";

    private readonly string _folder;
    private byte[] _template = [];

    private SqliteTestDatabase(string folder) => _folder = folder;

    public override TestDatabaseProvider Provider => TestDatabaseProvider.Sqlite;

    public override string ConnectionString => new SqliteConnectionStringBuilder { DataSource = DatabaseFile }.ToString();

    private string DatabaseFile => Path.Combine(_folder, FileName);

    private string AwayFolder => _folder + "-away";

    public static SqliteTestDatabase CreateEmpty() => new(Directory.CreateTempSubdirectory("practice-sqlite-").FullName);

    public override async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    // A lock would be waited for until the command's time is over; a folder that is not there fails at once, and
    // nobody can make an empty file in it. Connections in the pool still hold the old file, so they go too.
    public override Task TakeAwayAsync()
    {
        Directory.Move(_folder, AwayFolder);
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    public override Task BringBackAsync()
    {
        Directory.Move(AwayFolder, _folder);
        return Task.CompletedTask;
    }

    // The files come first: closing the connection that makes the backup may be what empties the log.
    public override async Task<IReadOnlyList<KeptFile>> FilesAsync()
    {
        var files = new List<KeptFile>();
        foreach (var file in Directory.GetFiles(_folder))
        {
            try
            {
                files.Add(new KeptFile(Path.GetFileName(file), await ReadSharedAsync(file)));
            }
            catch (FileNotFoundException) when (file != DatabaseFile)
            {
                // The last connection that closes takes the log and its index away.
            }
        }

        files.Add(new KeptFile("backup", await BackUpAsync()));
        return files;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        DeleteFolder(_folder);
        DeleteFolder(AwayFolder);
        return ValueTask.CompletedTask;
    }

    // Kept in memory, because the end of a test process leaves no time to delete files.
    protected override async Task SealAsync()
    {
        SqliteConnection.ClearAllPools();
        await using (var connection = await OpenAsync())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        if (File.Exists(DatabaseFile + "-wal"))
        {
            throw new InvalidOperationException("The method that fills the template left a connection open: its rows would be missing from copies.");
        }

        _template = await File.ReadAllBytesAsync(DatabaseFile);
        await DisposeAsync();
    }

    protected override async Task<TestDatabase> CopyAsync()
    {
        var copy = CreateEmpty();
        await File.WriteAllBytesAsync(copy.DatabaseFile, _template);
        return copy;
    }

    private async Task<byte[]> BackUpAsync()
    {
        var target = Directory.CreateTempSubdirectory("practice-sqlite-backup-").FullName;
        try
        {
            var backup = Path.Combine(target, FileName);
            await using var connection = await OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $backup";
            command.Parameters.Add(new SqliteParameter("$backup", backup));
            await command.ExecuteNonQueryAsync();
            return await File.ReadAllBytesAsync(backup);
        }
        finally
        {
            DeleteFolder(target);
        }
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
