using System.Diagnostics;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// The program as it is deployed, in a process of its own. Only publishing compresses styles and scripts as well as production does
/// and lets browsers keep them, so what is measured on anything else says nothing.
/// </summary>
internal sealed class PublishedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private PublishedProgram(DirectoryInfo folder, Process process)
    {
        _folder = folder;
        _process = process;
    }

    public string Socket => SocketIn(_folder);

    public static async Task<PublishedProgram> StartAsync(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("practice-published-");
        await PublishAsync(folder);
        var start = Dotnet(folder, Path.Combine(folder.FullName, "RelationalPractice.Web.dll"));
        foreach (var (name, value) in Settings(database, folder))
        {
            start.Environment[name] = value;
        }

        var program = new PublishedProgram(folder, Process.Start(start)!);
        await program.AnswersAsync();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>What the tests were built with is published as it stands: nothing is compiled again.</summary>
    private static async Task PublishAsync(DirectoryInfo folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var publish = Process.Start(Dotnet(
            folder, "publish", Repository.PathOf("src", "RelationalPractice.Web"), "--no-build", "--configuration", configuration,
            "--output", folder.FullName, "--verbosity", "quiet", "--disable-build-servers"))!;
        var errors = publish.StandardError.ReadToEndAsync();
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException($"The program could not be published: {output}{await errors}");
        }
    }

    private static Dictionary<string, string> Settings(TestDatabase database, DirectoryInfo folder) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = $"http://unix:{SocketIn(folder)}",
        ["ConnectionStrings__Practice"] = database.ConnectionString,
        ["Database__Provider"] = database.Provider.ToString(),
        ["Database__AllowSqliteInProduction"] = "true",
        ["Protection__Key"] = PracticeSite.ProtectionKey,
        ["Proxy__Trusted"] = "true"
    };

    private static ProcessStartInfo Dotnet(DirectoryInfo folder, params string[] arguments) => new("dotnet", arguments)
    {
        WorkingDirectory = folder.FullName,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true
    };

    private static string SocketIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "web.sock");

    private async Task AnswersAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (!File.Exists(Socket))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"The published program did not start: {await _process.StandardError.ReadToEndAsync()}");
            }

            await Task.Delay(20);
        }
    }
}
