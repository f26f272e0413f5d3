using RelationalPractice.LoadTests.Figures;

namespace RelationalPractice.LoadTests;

internal enum GoalSet
{
    None,
    Quick,
    Full,
}

/// <summary>
/// The thresholds of a run. Full are the product's goals, for two cores that do nothing else; Quick only notices that
/// something broke, on any machine.
/// </summary>
internal sealed record Goals(double CompletedPerSecond, int FamiliesForSteps, double StepP95, long PeakMemory, TimeSpan Start)
{
    private const long Megabyte = 1_000_000;

    public static Goals? Of(GoalSet set) => set switch
    {
        GoalSet.Quick => new Goals(20, 8, 250, 400 * Megabyte, TimeSpan.FromSeconds(10)),
        GoalSet.Full => new Goals(276, 32, 50, 250 * Megabyte, TimeSpan.FromSeconds(3)),
        _ => null,
    };

    public IEnumerable<string> Missed(IReadOnlyList<LevelFigures> levels, long peakMemory)
    {
        var best = levels.Max(level => level.CompletedPerSecond);
        if (best < CompletedPerSecond) yield return $"{best:0.0} completions a second at best, {CompletedPerSecond:0} wanted";

        if (levels.FirstOrDefault(level => level.Families == FamiliesForSteps) is not { } measured)
        {
            yield return $"the level of {FamiliesForSteps} families was not run";
        }
        else
        {
            foreach (var step in measured.Steps.Where(step => step.P95 >= StepP95))
                yield return $"p95 of '{step.Name}' with {FamiliesForSteps} families is {step.P95:0.0} ms, under {StepP95:0} wanted";
        }

        if (peakMemory > PeakMemory) yield return $"the program's memory reached {peakMemory / Megabyte} MB, at most {PeakMemory / Megabyte} wanted";
    }

    public IEnumerable<string> Missed(TimeSpan start)
    {
        if (start > Start) yield return $"{start.TotalSeconds:0.00} s from start to first page, at most {Start.TotalSeconds:0} wanted";
    }
}
