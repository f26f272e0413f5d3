using System.Globalization;

namespace RelationalPractice.LoadTests.Figures;

/// <summary>The figures as they are read on a console and put into docs/performance.md.</summary>
internal static class Report
{
    public static void Machine(TextWriter output)
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        output.WriteLine(Line($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores shared by program, database and load, load average before {load}, .NET {Environment.Version}"));
    }

    public static void Level(TextWriter output, LevelFigures level)
    {
        output.WriteLine();
        output.WriteLine(Line($"{level.Families} families, {level.Seconds:0.0} s: {level.CompletedPerSecond:0.0} completions/s, {level.RequestsPerSecond:0} requests/s"));
        output.WriteLine(Line($"  a journey: {level.RequestsPerJourney:0.0} requests, {level.BytesPerJourney / 1000:0.0} kB on the wire"));
        output.WriteLine(Line($"  processor: program {level.Cpu.Program.TotalSeconds:0.0} s, database {level.Cpu.Database.TotalSeconds:0.0} s, load {level.Cpu.Load.TotalSeconds:0.0} s; program {1000 * level.Cpu.Program.TotalSeconds / Math.Max(1, level.Completed):0.00} ms a journey"));
        output.WriteLine(Line($"  {"step",-12}{"times",9}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"most",9}"));
        foreach (var step in level.Steps)
            output.WriteLine(Line($"  {step.Name,-12}{step.Count,9}{step.P50,9:0.0}{step.P95,9:0.0}{step.P99,9:0.0}{step.Longest,9:0.0}"));
        foreach (var (kind, count) in level.Errors) output.WriteLine(Line($"  error: {count} × {kind}"));
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
