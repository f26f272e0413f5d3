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
    private const int AreasShown = 20;
    private const int MethodsShown = 40;

    private readonly Process _recording;
    private readonly string _file;

    private CpuProfile(Process recording, string file) => (_recording, _file) = (recording, file);

    /// <summary>
    /// Code that is mapped twice is not found in the map. Code compiled ahead is in no map and shows only its library, but after a
    /// warm-up what matters has been compiled again.
    /// </summary>
    public static (string Name, string Value)[] Settings => [("DOTNET_PerfMapEnabled", "1"), ("DOTNET_EnableWriteXorExecute", "0")];

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
        using var script = Start(["script", "--input", _file, "--fields", "comm,ip,sym,dso"], output: true);
        var errors = script.StandardError.ReadToEndAsync();
        var samples = StackSamples.Read(script.StandardOutput);
        script.WaitForExit();
        if (script.ExitCode != 0 || samples.Count == 0) throw new LoadTestException($"perf could not read its recording:\n{errors.Result}");

        output.WriteLine();
        output.WriteLine($"Profile of the program, {samples.Count} samples.");
        Show(output, "by area", samples.Areas, samples.Count, AreasShown);
        Show(output, "by method itself", samples.Methods, samples.Count, MethodsShown);
        Show(output, "by method with what it calls", samples.MethodsWithCallees, samples.Count, MethodsShown * 3);
    }

    public void Dispose()
    {
        if (!_recording.HasExited) _recording.Kill();
        _recording.Dispose();
    }

    private static void Show(TextWriter output, string heading, IReadOnlyDictionary<string, int> counts, int all, int shown)
    {
        output.WriteLine($"  {heading}:");
        foreach (var (name, count) in counts.OrderByDescending(entry => entry.Value).Take(shown))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {100.0 * count / all,7:0.00} %  {name}"));
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
