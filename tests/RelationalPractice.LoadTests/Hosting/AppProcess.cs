using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Figures;

namespace RelationalPractice.LoadTests.Hosting;

/// <summary>The published program in a process of its own, set up as in production behind a proxy that ends TLS.</summary>
internal sealed class AppProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StreamWriter _log;

    private AppProcess(Process process, StreamWriter log, IPEndPoint address)
    {
        (_process, _log, Address) = (process, log, address);
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IPEndPoint Address { get; }

    public int Id => _process.Id;

    /// <summary>Lines of log so far. Families' pages write none.</summary>
    public int LogLines { get; private set; }

    public TimeSpan Cpu => ProcessFigures.CpuOf(Id);

    public long PeakMemory => ProcessFigures.PeakMemoryOf(Id);

    public static void Migrate(PublishedApp app, LoadDatabase database) => RunToItsEnd(Settings(app, database, "migrate"));

    public static void LoadDemonstration(PublishedApp app, LoadDatabase database, int responses)
    {
        var settings = Settings(app, database, "demo", "--responses", responses.ToString(CultureInfo.InvariantCulture));
        settings.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        RunToItsEnd(settings);
    }

    /// <param name="more">Further environment variables.</param>
    public static AppProcess Start(PublishedApp app, LoadDatabase database, string logFile, params (string Name, string Value)[] more)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var settings = Settings(app, database);
        settings.Environment["ASPNETCORE_URLS"] = $"http://{address}";
        foreach (var (name, value) in more) settings.Environment[name] = value;
        return new AppProcess(Process.Start(settings)!, new StreamWriter(logFile) { AutoFlush = true }, address);
    }

    /// <summary>Returns as soon as the path answers 200.</summary>
    public void WaitFor(string path)
    {
        using var client = new HttpClient { Timeout = Patience };
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(2))
        {
            if (_process.HasExited) throw new LoadTestException($"The program stopped with exit code {_process.ExitCode} before it answered.");
            if (waited.Elapsed > Patience) throw new LoadTestException($"{path} did not answer in {Patience.TotalSeconds:0} seconds.");
            if (!IsListening()) continue;
            using var answer = client.GetAsync(new Uri($"http://{Address}{path}")).GetAwaiter().GetResult();
            if (answer.IsSuccessStatusCode) return;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        lock (_log) _log.Dispose();
    }

    private static void RunToItsEnd(ProcessStartInfo settings)
    {
        using var command = Process.Start(settings)!;
        var errors = command.StandardError.ReadToEndAsync();
        var output = command.StandardOutput.ReadToEnd();
        command.WaitForExit();
        if (command.ExitCode != 0) throw new LoadTestException($"'{string.Join(' ', settings.ArgumentList.Skip(1))}' did not succeed:\n{output}{errors.Result}");
    }

    private static ProcessStartInfo Settings(PublishedApp app, LoadDatabase database, params string[] command)
    {
        var settings = new ProcessStartInfo("dotnet", [app.ProgramPath, .. command])
        {
            WorkingDirectory = app.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in database.Settings) settings.Environment[name] = value;
        settings.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings.Environment["Proxy__Trusted"] = "true";
        settings.Environment["DOTNET_EnableDiagnostics"] = "0";
        return settings;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private bool IsListening()
    {
        try
        {
            using var probe = new Socket(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            probe.Connect(Address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Write(string? line)
    {
        if (line is null) return;
        lock (_log)
        {
            LogLines++;
            if (_log.BaseStream is { CanWrite: true }) _log.WriteLine(line);
        }
    }
}
