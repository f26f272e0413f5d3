using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.Testing.Hosting;

namespace RelationalPractice.LoadTests.Commands;

/// <summary>How long it takes to make invitations and messages of many people who are all due on one day.</summary>
internal static class PlanCommand
{
    private static readonly DateTimeOffset Now = new(2031, 1, 14, 6, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(Options options)
    {
        var families = options.Number("--families", 100_000, 1, 1_000_000);
        var limit = options.Number("--seconds", 10, 1, 3_600);
        var providers = InvitationDatabase.Providers(options);
        using var scratch = new Scratch(options.Flag("--keep"));
        options.NothingElse();
        Report.Machine(Console.Out);
        var slowest = TimeSpan.Zero;
        foreach (var provider in providers)
        {
            using var database = await InvitationDatabase.CreateAsync(provider, scratch);
            await FillAsync(database, families);
            var took = await PlanAsync(database, families);
            slowest = took > slowest ? took : slowest;
        }

        return slowest.TotalSeconds <= limit ? 0 : 1;
    }

    private static async Task<TimeSpan> PlanAsync(LoadDatabase database, int families)
    {
        await using var db = database.Open();
        var planning = new InvitationPlanning(db, database.Bulk, new Chance(), new ManualClock(Now));
        using var process = Process.GetCurrentProcess();
        var (started, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var plan = await planning.MakeAsync(CancellationToken.None);
        var looked = Stopwatch.GetElapsedTime(started);
        var counts = await planning.KeepAsync(plan, InvitationDatabase.Key, new ChangeContext(Guid.NewGuid(), Now.UtcDateTime), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{database.Provider,-10} {counts.Invitations:N0} invitations planned in {took.TotalSeconds:0.0} s, of which {looked.TotalSeconds:0.0} s to say who is due; {(process.TotalProcessorTime - cpu).TotalSeconds:0.0} s of this process on the processor"));
        return counts.Invitations == families && await db.OutgoingMessages.CountAsync() == families
            ? took
            : throw new LoadTestException($"{families} families were due, {counts.Invitations} were invited.");
    }

    private static async Task FillAsync(LoadDatabase database, int families)
    {
        var startedOn = LocalTime.Today(new ManualClock(Now)).AddDays(-new InvitationSettings().FirstAfterDays);
        var people = Enumerable.Range(0, families).Select(number => new ContactPerson
        {
            Id = Guid.NewGuid(),
            Name = new ProtectedText([1]),
            NameHash = SHA256.HashData(BitConverter.GetBytes(number)),
            Mobile = new ProtectedText([2]),
            MobileHash = SHA256.HashData(BitConverter.GetBytes(-number - 1)),
        }).ToList();
        var rows = people.Select(_ => new Family { Id = Guid.NewGuid(), WorkerId = SampleAuthority.WorkerId, StartedOn = startedOn }).ToList();
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await database.Bulk.WriteAsync(db, people.OrderBy(person => database.Bulk.Rank(person.Id)), CancellationToken.None);
        await database.Bulk.WriteAsync(db, rows.OrderBy(family => database.Bulk.Rank(family.Id)), CancellationToken.None);
        await database.Bulk.WriteAsync(
            db, rows.Zip(people, (family, person) => new FamilyMember { FamilyId = family.Id, PersonId = person.Id, Role = FamilyRole.Parent }), CancellationToken.None);
        await transaction.CommitAsync();
        await database.Bulk.FinishAsync(db, CancellationToken.None);
    }
}
