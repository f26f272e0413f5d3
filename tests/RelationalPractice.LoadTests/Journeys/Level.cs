using System.Diagnostics;
using System.Net;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.LoadTests.Http;

namespace RelationalPractice.LoadTests.Journeys;

/// <summary>So many families at the same time, for so long. A family that is done is replaced by the next at once.</summary>
internal sealed class Level(int families, bool withAssets, IPEndPoint address, NextJourney next)
{
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromMilliseconds(100);

    private readonly FamilyRecord[] _records = new FamilyRecord[families];
    private readonly Browser[] _browsers = new Browser[families];
    private volatile bool _measuring;
    private volatile bool _over;

    /// <summary>Runs and returns once the last journey begun has ended, so that none is cut off.</summary>
    /// <param name="atStart">Called when measuring begins, and its answer when it ends.</param>
    public LevelFigures Run(TimeSpan time, Func<Func<CpuFigures>> atStart)
    {
        for (var i = 0; i < families; i++) (_records[i], _browsers[i]) = (new FamilyRecord(() => _measuring), new Browser(address));
        var threads = Enumerable.Range(0, families).Select(i => new Thread(() => Live(i))).ToList();

        var (requests, bytes) = Wire();
        var cpu = atStart();
        var clock = Stopwatch.StartNew();
        _measuring = true;
        threads.ForEach(thread => thread.Start());
        Thread.Sleep(time);
        _measuring = false;
        var seconds = clock.Elapsed.TotalSeconds;
        var (requestsAfter, bytesAfter) = Wire();
        var used = cpu();

        _over = true;
        threads.ForEach(thread => thread.Join());
        foreach (var browser in _browsers) browser.Dispose();
        return new LevelFigures(families, seconds, _records, requestsAfter - requests, bytesAfter - bytes, used);
    }

    private void Live(int family)
    {
        var (record, browser) = (_records[family], _browsers[family]);
        var journey = new Journey(browser, record, withAssets);
        while (!_over && next.Take() is { } number)
        {
            var errors = record.ErrorCount;
            journey.Play(number);
            if (record.ErrorCount > errors) Thread.Sleep(PauseAfterError);
        }
    }

    private (long Requests, long Bytes) Wire() => (_browsers.Sum(browser => browser.Requests), _browsers.Sum(browser => browser.Bytes));
}

/// <summary>Numbers of journeys, each given once in a run; null after the last.</summary>
internal sealed class NextJourney
{
    public const int Most = 5_000_000;

    private int _given;

    public int? Take() => Interlocked.Increment(ref _given) is var number && number <= Most ? number : null;
}
