using System.Diagnostics;
using System.Globalization;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.Testing.Invitations;

namespace RelationalPractice.LoadTests.Commands;

/// <summary>Two years of two thousand families on each database.</summary>
internal static class SimulateCommand
{
    private const int ProblemsShown = 20;

    private static readonly DateOnly FirstDay = new(2031, 12, 27);

    public static async Task<int> RunAsync(Options options)
    {
        var families = options.Number("--families", 2_000, 1, 100_000);
        var days = options.Number("--days", 730, 1, 3_650);
        var seed = options.Number("--seed", 1, 0, int.MaxValue);
        var providers = InvitationDatabase.Providers(options);
        using var scratch = new Scratch(options.Flag("--keep"));
        options.NothingElse();
        var problems = 0;
        foreach (var provider in providers)
        {
            using var database = await InvitationDatabase.CreateAsync(provider, scratch);
            var started = Stopwatch.GetTimestamp();
            using var sender = new ProductSender(database.Claims, InvitationDatabase.Protection);
            var simulation = new InvitationSimulation(database.Use, database.Bulk, InvitationDatabase.Protection, sender.SendAsync);
            var report = await simulation.RunAsync(families, FirstDay, days, seed, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{provider,-10} {families:N0} families, {days} days in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {report.Invitations:N0} invitations, {report.Reminders:N0} reminders, killed {report.Kills:N0} times, {report.Found:N0} found sent already, {report.Problems.Count} problems"));
            foreach (var problem in report.Problems.Take(ProblemsShown)) Console.WriteLine($"  {problem}");
            problems += report.Problems.Count;
        }

        return problems == 0 ? 0 : 1;
    }
}
