using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.Messaging;
using RelationalPractice.Migrations.PostgreSql;
using RelationalPractice.Testing.Databases;

namespace RelationalPractice.LoadTests.Databases;

/// <summary>
/// A cluster of its own with PostgreSQL's ordinary settings, so every commit is on the disk before it is answered; unlike the
/// tests' cluster, which gives that up for speed.
/// </summary>
internal sealed class PostgreSqlLoadDatabase : LoadDatabase
{
    // The keeper waits for the end of its input, which comes when this process ends, however it ends: no server is left behind.
    // PostgreSQL refuses to run as root, hence runuser below.
    private const string Keeper = """
        set -eu
        PATH=$1:$PATH
        cluster=$(mktemp -d /tmp/practice-load-postgres-XXXXXX)
        trap 'pg_ctl stop -D "$cluster/data" -m immediate >/dev/null 2>&1 || true; rm -rf "$cluster"' EXIT
        trap 'exit 1' HUP INT TERM
        {
          initdb -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 &&
          pg_ctl start -D "$cluster/data" -l "$cluster/server.log" -o "-k $cluster -c listen_addresses=''" &&
          createdb -h "$cluster" -U postgres practice
        } >"$cluster/start.log" 2>&1 || { cat "$cluster"/*.log >&2; exit 1; }
        echo "$cluster"
        head -n 1 "$cluster/data/postmaster.pid"
        cat >/dev/null
        """;

    private readonly Process _keeper;
    private readonly string _folder;
    private readonly int _server;

    private PostgreSqlLoadDatabase(Process keeper, string folder, int server) => (_keeper, _folder, _server) = (keeper, folder, server);

    public override Provider Provider => Provider.PostgreSql;

    public override string Description => "PostgreSQL over a Unix socket, fsync and synchronous_commit on, statements prepared";

    public override TimeSpan Cpu => ProcessFigures.CpuOfFamily(_server);

    public override IBulk Bulk { get; } = new PostgreSqlBulk();

    public override IMessageClaims Claims { get; } = new PostgreSqlMessageClaims();

    protected override string ConnectionString => $"Host={_folder};Username=postgres;Database=practice;Max Auto Prepare=50";

    public static PostgreSqlLoadDatabase Start()
    {
        string[] shell = ["sh", "-c", Keeper, "keeper", Path.GetDirectoryName(PostgreSqlCluster.Program("initdb"))!];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var keeper = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var folder = keeper.StandardOutput.ReadLine();
        var server = keeper.StandardOutput.ReadLine();
        return folder is not null && server is not null
            ? new PostgreSqlLoadDatabase(keeper, folder, int.Parse(server, CultureInfo.InvariantCulture))
            : throw new LoadTestException($"PostgreSQL did not start:\n{keeper.StandardError.ReadToEnd()}");
    }

    public override void Dispose()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit();
        _keeper.Dispose();
    }

    protected override void Use(DbContextOptionsBuilder options, string connectionString) => options.UsePracticePostgreSql(connectionString);
}
