using System.Diagnostics;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.LoadTests.Hosting;

namespace RelationalPractice.LoadTests.Commands;

/// <summary>How long a person who starts the embedded program waits for the first page.</summary>
internal static class StartupCommand
{
    public static int Run(Options options)
    {
        var runs = options.Number("--runs", 5, 1, 50);
        var goals = Goals.Of(options.Choice("--goals", GoalSet.None));
        var given = options.Text("--app");
        var keep = options.Flag("--keep");
        options.NothingElse();

        using var scratch = new Scratch(keep);
        var published = PublishedApp.Find(given, scratch);
        using var database = LoadDatabase.Create(Provider.Sqlite, scratch);
        AppProcess.Migrate(published, database);
        Report.Machine(Console.Out);

        var times = Enumerable.Range(1, runs).Select(run => Time(published, database, scratch.PathOf($"log-{run}"))).Order().ToList();
        var median = times[times.Count / 2];
        Console.WriteLine($"From the start of the process to the first page, {runs} times: {string.Join(", ", times.Select(time => $"{time.TotalSeconds:0.00}"))} s; median {median.TotalSeconds:0.00} s");

        var missed = goals?.Missed(median).ToList() ?? [];
        foreach (var goal in missed) Console.WriteLine($"Goal missed: {goal}.");
        return missed.Count == 0 ? 0 : 1;
    }

    private static TimeSpan Time(PublishedApp published, LoadDatabase database, string logFile)
    {
        var clock = Stopwatch.StartNew();
        using var app = AppProcess.Start(published, database, logFile);
        app.WaitFor("/");
        return clock.Elapsed;
    }
}
