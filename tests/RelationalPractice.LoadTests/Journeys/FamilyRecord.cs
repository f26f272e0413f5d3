using RelationalPractice.LoadTests.Figures;

namespace RelationalPractice.LoadTests.Journeys;

/// <summary>What one family's thread saw. Times and counts only while the level is measured; journeys always, because all are checked.</summary>
internal sealed class FamilyRecord(Func<bool> measuring)
{
    private readonly List<SentJourney> _sent = [];
    private readonly List<int> _unsure = [];
    private readonly Dictionary<string, int> _errors = new(StringComparer.Ordinal);

    public StepTimes Times { get; } = new();

    public int Completed { get; private set; }

    public IReadOnlyList<SentJourney> SentJourneys => _sent;

    /// <summary>Broken off while sending: they may have arrived, once.</summary>
    public IReadOnlyList<int> UnsureJourneys => _unsure;

    public IReadOnlyDictionary<string, int> Errors => _errors;

    public int ErrorCount { get; private set; }

    public void Step(string name, TimeSpan took)
    {
        if (measuring()) Times.Add(name, took);
    }

    public void Sent(SentJourney journey)
    {
        _sent.Add(journey);
        if (measuring()) Completed++;
    }

    public void Stopped(int number, string kind, bool sending)
    {
        ErrorCount++;
        _errors[kind] = _errors.GetValueOrDefault(kind) + 1;
        if (sending) _unsure.Add(number);
    }
}
