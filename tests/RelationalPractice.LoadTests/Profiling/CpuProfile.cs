using System.Diagnostics;
using System.Globalization;
using RelationalPractice.LoadTests.Hosting;

namespace RelationalPractice.LoadTests.Profiling;

/// <summary>
/// Where the program spends processor time, sampled by Linux perf with the runtime's map of compiled methods. Waiting does not
/// show, which is what we want: on two cores processor time is what limits.
/// </summary>
internal sealed class CpuProfile : IDisposable
{
    private const int SamplesPerSecond = 997;

    private readonly Process _recording;
    private readonly string _file;

    private CpuProfile(Process recording, string file) => (_recording, _file) = (recording, file);

    /// <summary>The framework's precompiled code is in no map, and code that is mapped twice is not found in it.</summary>
    public static (string Name, string Value)[] Settings =>
        [("DOTNET_PerfMapEnabled", "1"), ("DOTNET_ReadyToRun", "0"), ("DOTNET_EnableWriteXorExecute", "0")];

    public static CpuProfile Record(AppProcess app, Scratch scratch, int seconds)
    {
        var file = scratch.PathOf("perf.data");
        string[] arguments =
        [
            "record", "--quiet", "--event", "cpu-clock", "--freq", Text(SamplesPerSecond), "--call-graph", "fp",
            "--pid", Text(app.Id), "--output", file, "--", "sleep", Text(seconds),
        ];
        return new CpuProfile(Start(arguments), file);
    }

    public void Show(TextWriter output)
    {
        _recording.WaitForExit();
        Show(output, "processor time by library", "--no-children", "--sort", "dso", "--percent-limit", "0.5");
        Show(output, "by method itself", "--no-children", "--sort", "symbol", "--percent-limit", "0.4");
        Show(output, "by method with what it calls", "--children", "--sort", "symbol", "--percent-limit", "1.5");
    }

    public void Dispose()
    {
        if (!_recording.HasExited) _recording.Kill();
        _recording.Dispose();
    }

    private void Show(TextWriter output, string heading, params string[] how)
    {
        using var report = Start(["report", "--stdio", "--input", _file, "--call-graph", "none", .. how], output: true);
        var errors = report.StandardError.ReadToEndAsync();
        output.WriteLine();
        output.WriteLine($"Profile, {heading}:");
        while (report.StandardOutput.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') output.WriteLine(line.TrimEnd());
        }

        report.WaitForExit();
        if (report.ExitCode != 0) throw new LoadTestException($"perf could not read its recording:\n{errors.Result}");
    }

    private static Process Start(string[] arguments, bool output = false)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("perf", arguments) { UseShellExecute = false, RedirectStandardOutput = output, RedirectStandardError = output })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new LoadTestException($"perf does not start ({missing.Message}). On Debian: apt-get install linux-perf");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
