using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Migrations.PostgreSql;
using RelationalPractice.Migrations.Sqlite;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Invitations;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

/// <summary>
/// The short form of <c>simulate</c> (docs/performance.md): the same days with fewer families, killed just as often.
/// </summary>
public abstract class InvitationSimulationTests(TestDatabaseProvider provider)
{
    private static readonly DateOnly FirstDay = new(2031, 12, 27);

    [Fact]
    public async Task TwoHundredDays_KilledAtRandom_EverybodyIsAskedOnTheirDayAndOnce()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var simulation = await SimulationAsync(host, PlainSender.SendAsync);

        var report = await simulation.RunAsync(familyCount: 40, FirstDay, days: 200, seed: 4, CancellationToken.None);

        report.Problems.ShouldBeEmpty();
        report.Invitations.ShouldBeGreaterThan(60);
        report.Reminders.ShouldBeGreaterThan(20);
        report.Kills.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task TwoHundredDays_SenderThatForgetsToMark_IsFoundOut()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var simulation = await SimulationAsync(host, async (db, sendsTo, clock, cancellation) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var message in await db.OutgoingMessages.Where(m => m.State == OutgoingMessageState.Waiting).ToListAsync(cancellation))
            {
                sendsTo.Take(message, now);
                (message.State, message.SentAtUtc) = (OutgoingMessageState.Sent, now);
                await db.SaveChangesAsync(cancellation);
            }
        });

        var report = await simulation.RunAsync(familyCount: 40, FirstDay, days: 200, seed: 4, CancellationToken.None);

        report.Problems.ShouldContain(problem => problem.EndsWith(" times"));
        report.Problems.ShouldContain(problem => problem.EndsWith("no working day"));
    }

    private async Task<InvitationSimulation> SimulationAsync(PracticeHost host, SimulatedSender sender)
    {
        return new InvitationSimulation(Use, host.Services.GetRequiredService<IBulk>(), await host.ContactKeyAsync(), sender);

        void Use(DbContextOptionsBuilder options) => _ = provider == TestDatabaseProvider.Sqlite
            ? options.UsePracticeSqlite(host.Database.ConnectionString)
            : options.UsePracticePostgreSql(host.Database.ConnectionString);
    }

    public sealed class OnSqlite() : InvitationSimulationTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : InvitationSimulationTests(TestDatabaseProvider.PostgreSql);
}
