using RelationalPractice.LoadTests.Checks;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.LoadTests.Journeys;
using RelationalPractice.LoadTests.Profiling;

namespace RelationalPractice.LoadTests.Commands;

internal static class JourneyCommand
{
    private const int WarmUpFamilies = 8;
    private const int FaultsShown = 10;

    public static int Run(Options options)
    {
        var provider = options.Choice("--provider", Provider.Sqlite);
        var families = options.Numbers("--families", [1, 8, 32], 1, 256);
        var seconds = TimeSpan.FromSeconds(options.Number("--seconds", 30, 1, 600));
        var warmUp = TimeSpan.FromSeconds(options.Number("--warm-up", 5, 0, 600));
        var profileSeconds = options.Number("--profile", 0, 1, 600);
        var goals = Goals.Of(options.Choice("--goals", GoalSet.None));
        var withAssets = options.Flag("--assets");
        var given = options.Text("--app");
        var keep = options.Flag("--keep");
        options.NothingElse();

        using var scratch = new Scratch(keep);
        var published = PublishedApp.Find(given, scratch);
        using var database = LoadDatabase.Create(provider, scratch);
        AppProcess.Migrate(published, database);
        using var app = AppProcess.Start(published, database, scratch.PathOf("log"), profileSeconds > 0 ? CpuProfile.Settings : []);
        app.WaitFor("/");
        var linesBefore = app.LogLines;
        Report.Machine(Console.Out);
        Console.WriteLine(database.Description);

        var next = new NextJourney();
        var all = new List<LevelFigures>();
        if (warmUp > TimeSpan.Zero) all.Add(Level(WarmUpFamilies).Run(warmUp, Cpu));
        var measured = new List<LevelFigures>();
        foreach (var count in families)
        {
            using var profile = profileSeconds > 0 && measured.Count == families.Count - 1 ? CpuProfile.Record(app, scratch, profileSeconds) : null;
            var level = Level(count).Run(seconds, Cpu);
            measured.Add(level);
            Report.Level(Console.Out, level);
            profile?.Show(Console.Out);
        }

        all.AddRange(measured);
        return Conclude(all, measured, database, app, app.LogLines - linesBefore, goals);

        Level Level(int count) => new(count, withAssets, app.Address, next);

        Func<CpuFigures> Cpu()
        {
            var before = (Program: app.Cpu, Database: database.Cpu, Load: Environment.CpuUsage.TotalTime);
            return () => new CpuFigures(app.Cpu - before.Program, database.Cpu - before.Database, Environment.CpuUsage.TotalTime - before.Load);
        }
    }

    private static int Conclude(List<LevelFigures> all, List<LevelFigures> measured, LoadDatabase database, AppProcess app, int logLines, Goals? goals)
    {
        using var db = database.Open();
        var sent = all.SelectMany(level => level.Sent).ToList();
        var check = new ArrivalCheck(sent, all.SelectMany(level => level.Unsure));
        check.Read(db);
        var proved = ArrivalProof.CheckNoticesFaults(db, sent);

        var errors = all.Sum(level => level.Errors.Sum(kind => kind.Count));
        var missed = goals?.Missed(measured, app.PeakMemory).ToList() ?? [];
        Console.WriteLine();
        Console.WriteLine($"Peak memory of the program: {app.PeakMemory / 1_000_000} MB. Lines it logged meanwhile: {logLines}.");
        Console.WriteLine($"Receipt codes seen, warm-up included: {sent.Count}. Responses in the database: {check.Responses}. Errors: {errors}.");
        foreach (var (kind, count) in all.Except(measured).SelectMany(level => level.Errors)) Console.WriteLine($"  error in the warm-up: {count} × {kind}");
        foreach (var fault in check.Faults.Take(FaultsShown)) Console.WriteLine($"  {fault}");
        if (check.FaultCount > FaultsShown) Console.WriteLine($"  and {check.FaultCount - FaultsShown} more");
        if (!proved) Console.WriteLine("  the check did not notice a fault that was made for it");
        foreach (var goal in missed) Console.WriteLine($"Goal missed: {goal}.");

        var good = check.FaultCount == 0 && proved && errors == 0 && missed.Count == 0 && measured.TrueForAll(level => level.Completed > 0);
        Console.WriteLine(good ? "Every family that was told so has arrived, once." : "FAILED");
        return good ? 0 : 1;
    }
}
