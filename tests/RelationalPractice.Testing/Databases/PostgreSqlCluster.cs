using System.Diagnostics;

namespace RelationalPractice.Testing.Databases;

/// <summary>
/// The PostgreSQL server the tests use: the one that <c>PRACTICE_TEST_POSTGRES</c> names (a connection string of a
/// superuser), else a throw-away cluster, started when first asked for and gone with this process.
/// </summary>
public static class PostgreSqlCluster
{
    public const string Setting = "PRACTICE_TEST_POSTGRES";

    // The keeper waits for the end of its input. That comes when this process ends, however it ends, so that not even
    // a killed test run leaves a server or its files behind. PostgreSQL refuses to run as root, hence runuser below.
    private const string Keeper = """
        set -eu
        PATH=$1:$PATH
        cluster=$(mktemp -d /tmp/practice-postgres-XXXXXX)
        trap 'pg_ctl stop -D "$cluster/data" -m immediate >/dev/null 2>&1 || true; rm -rf "$cluster"' EXIT
        trap 'exit 1' HUP INT TERM
        {
          initdb -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
          pg_ctl start -D "$cluster/data" -l "$cluster/server.log" -o "-k $cluster -c listen_addresses='' -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        } >"$cluster/start.log" 2>&1 || { cat "$cluster"/*.log >&2; exit 1; }
        echo "$cluster"
        cat >/dev/null
        """;

    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    // Held, because the keeper's input would close when its process object is collected.
    private static Process? _keeper;

    /// <summary>Superuser, database <c>postgres</c>.</summary>
    public static Task<string> ConnectionStringAsync() => Server.Value;

    /// <summary>The path of one of PostgreSQL's own programs.</summary>
    public static string Program(string name) =>
        ProgramFolders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            $"PostgreSQL's program {name} was not found. Run tests/run, or install it (Debian: apt-get install postgresql), or let {Setting} name a server.");

    private static IEnumerable<string> ProgramFolders()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given)
        {
            return given;
        }

        string[] shell = ["sh", "-c", Keeper, "keeper", Path.GetDirectoryName(Program("initdb"))!];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        _keeper = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;

        return await _keeper.StandardOutput.ReadLineAsync() is { } folder
            ? $"Host={folder};Username=postgres;Database=postgres"
            : throw new InvalidOperationException($"The throw-away PostgreSQL cluster did not start: {await _keeper.StandardError.ReadToEndAsync()}");
    }
}
