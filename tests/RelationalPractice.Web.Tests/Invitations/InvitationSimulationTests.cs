using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Migrations.PostgreSql;
using RelationalPractice.Migrations.Sqlite;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Invitations;
using RelationalPractice.Web.Messaging;
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
        using var sender = new ProductSender(host.Services.GetRequiredService<IMessageClaims>(), host.Services.GetRequiredService<IDataProtectionProvider>());
        var simulation = Simulation(host, sender.SendAsync);

        var report = await simulation.RunAsync(familyCount: 40, FirstDay, days: 200, seed: 4, CancellationToken.None);

        report.Problems.ShouldBeEmpty();
        report.Invitations.ShouldBeGreaterThan(60);
        report.Reminders.ShouldBeGreaterThan(20);
        report.Kills.ShouldBeGreaterThan(50);
        report.Found.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task TwoHundredDays_SenderThatForgetsToMark_IsFoundOut()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var simulation = Simulation(host, async (db, sendsTo, clock, cancellation) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var message in await db.OutgoingMessages.Where(m => m.State == OutgoingMessageState.Waiting).ToListAsync(cancellation))
            {
                await sendsTo.SendAsync(new Letter(message.Id, MessageChannel.Sms, "", "", ""));
                (message.State, message.SentAtUtc) = (OutgoingMessageState.Sent, now);
                await db.SaveChangesAsync(cancellation);
            }
        });

        var report = await simulation.RunAsync(familyCount: 40, FirstDay, days: 200, seed: 4, CancellationToken.None);

        report.Problems.ShouldContain(problem => problem.EndsWith(" times"));
        report.Problems.ShouldContain(problem => problem.EndsWith("no working day"));
    }

    private InvitationSimulation Simulation(PracticeHost host, SimulatedSender sender)
    {
        return new InvitationSimulation(Use, host.Services.GetRequiredService<IBulk>(), host.Services.GetRequiredService<IDataProtectionProvider>(), sender);

        void Use(DbContextOptionsBuilder options) => _ = provider == TestDatabaseProvider.Sqlite
            ? options.UsePracticeSqlite(host.Database.ConnectionString)
            : options.UsePracticePostgreSql(host.Database.ConnectionString);
    }

    public sealed class OnSqlite() : InvitationSimulationTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : InvitationSimulationTests(TestDatabaseProvider.PostgreSql);
}
