using System.Text;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Jobs;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>All that a host keeps anywhere: its database in every form, and its log.</summary>
internal static class EverythingKept
{
    public static async Task<IReadOnlyList<KeptFile>> KeptAsync(this PracticeHost host)
    {
        var rows = await host.Database.RowsAsync();
        return
        [
            .. await host.Database.FilesAsync(),
            new KeptFile("rows", Encoding.UTF8.GetBytes(string.Join('\n', rows.SelectMany(table => table.Value)))),
            new KeptFile("log", Encoding.UTF8.GetBytes(host.Log.Text)),
        ];
    }

    /// <summary>
    /// Without what only PostgreSQL itself keeps: the files of its tables, where deleted rows lie until the space is used again, and
    /// its write-ahead log, which carries the time of every commit (docs/decisions/0005).
    /// </summary>
    public static IReadOnlyList<KeptFile> OfTheProduct(this IEnumerable<KeptFile> files) =>
    [
        .. files.Where(file => !file.Name.StartsWith("base/", StringComparison.Ordinal) && !file.Name.StartsWith("pg_wal/", StringComparison.Ordinal)),
    ];

    /// <summary>What the product does by itself every few minutes.</summary>
    public static async Task RunJobsAsync(this PracticeHost host)
    {
        host.Clock.Advance(Schedule.Interval);
        if (host.Database.Provider == TestDatabaseProvider.Sqlite)
        {
            await Eventually.TrueAsync(
                async () => (await host.Database.FilesAsync()).Where(file => file.Name.EndsWith("-wal", StringComparison.Ordinal)).All(file => file.Bytes.Length == 0),
                "SQLite's write-ahead log is emptied");
        }
    }
}
