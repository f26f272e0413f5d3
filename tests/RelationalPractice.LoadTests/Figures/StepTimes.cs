namespace RelationalPractice.LoadTests.Figures;

internal sealed record StepFigures(string Name, int Count, double P50, double P95, double P99, double Longest);

/// <summary>Every time of every step, in milliseconds; exact percentiles come from all of them, not from buckets.</summary>
internal sealed class StepTimes
{
    private readonly Dictionary<string, List<float>> _times = new(StringComparer.Ordinal);

    public void Add(string step, TimeSpan took)
    {
        if (!_times.TryGetValue(step, out var times)) _times[step] = times = [];
        times.Add((float)took.TotalMilliseconds);
    }

    /// <summary>In the order in which the steps were first seen.</summary>
    public static IReadOnlyList<StepFigures> Of(IEnumerable<StepTimes> all) =>
    [
        .. all.SelectMany(times => times._times).GroupBy(step => step.Key, StringComparer.Ordinal)
            .Select(step => Figures(step.Key, [.. step.SelectMany(times => times.Value)])),
    ];

    private static StepFigures Figures(string name, float[] times)
    {
        Array.Sort(times);
        return new StepFigures(name, times.Length, At(times, 0.50), At(times, 0.95), At(times, 0.99), times[^1]);
    }

    /// <summary>The smallest time that so many of all did not exceed.</summary>
    private static float At(float[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
