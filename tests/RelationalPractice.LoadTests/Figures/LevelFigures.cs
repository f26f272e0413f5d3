using RelationalPractice.LoadTests.Journeys;

namespace RelationalPractice.LoadTests.Figures;

/// <param name="Program">Processor time of the web program while the level was measured; the others likewise.</param>
internal sealed record CpuFigures(TimeSpan Program, TimeSpan Database, TimeSpan Load);

internal sealed class LevelFigures(int families, double seconds, IReadOnlyList<FamilyRecord> records, long requests, long bytes, CpuFigures cpu)
{
    public int Families => families;

    public double Seconds => seconds;

    public CpuFigures Cpu => cpu;

    public int Completed { get; } = records.Sum(record => record.Completed);

    public double CompletedPerSecond => Completed / seconds;

    public double RequestsPerSecond => requests / seconds;

    public double RequestsPerJourney => Completed == 0 ? 0 : (double)requests / Completed;

    public double BytesPerJourney => Completed == 0 ? 0 : (double)bytes / Completed;

    public IReadOnlyList<StepFigures> Steps { get; } = StepTimes.Of(records.Select(record => record.Times));

    public IReadOnlyList<(string Kind, int Count)> Errors { get; } =
    [
        .. records.SelectMany(record => record.Errors).GroupBy(error => error.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Sum(error => error.Value))).OrderByDescending(kind => kind.Item2),
    ];

    public IEnumerable<SentJourney> Sent => records.SelectMany(record => record.SentJourneys);

    public IEnumerable<int> Unsure => records.SelectMany(record => record.UnsureJourneys);
}
