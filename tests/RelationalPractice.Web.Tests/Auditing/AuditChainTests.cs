using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Hosting.Commands;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Auditing;

public abstract class AuditChainTests(TestDatabaseProvider provider) : IAsyncLifetime
{
    private PracticeHost _host = null!;

    public async Task InitializeAsync() => _host = await PracticeHost.StartAsync(provider);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Save_Entries_LinksEachToTheOneBefore()
    {
        await AddAsync(3);
        await AddAsync(2);

        var entries = await EntriesAsync();

        entries.Select(entry => entry.Number).ShouldBe([1, 2, 3, 4, 5]);
        var previous = Array.Empty<byte>();
        foreach (var entry in entries)
        {
            entry.Hash.ShouldBe(entry.HashAfter(previous));
            previous = entry.Hash;
        }

        (await _host.InDatabaseAsync(db => db.AuditChain.AsNoTracking().SingleAsync())).Hash.ShouldBe(previous);
    }

    [Fact]
    public async Task Save_ManyAtOnce_LeavesOneChainWithoutAGap()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AddAsync(2))));

        var entries = await EntriesAsync();

        entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 40).Select(number => (long)number));
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.Second.Hash.SequenceEqual(pair.Second.HashAfter(pair.First.Hash)));
    }

    [Fact]
    public async Task Save_ThatFails_LeavesNoEntryAndNoGap()
    {
        await AddAsync(1);
        await Should.ThrowAsync<DbUpdateException>(() => _host.InDatabaseAsync(db =>
        {
            db.Add(Event());
            db.Add(new RelationalPractice.Administration.Team { Id = Guid.NewGuid(), Name = "Nowhere", ServiceAreaId = Guid.NewGuid() });
            return db.SaveChangesAsync();
        }));
        await AddAsync(1);

        (await EntriesAsync()).Select(entry => entry.Number).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("UPDATE audit_events SET reason = 'Something else'")]
    [InlineData("DELETE FROM audit_events")]
    public async Task Change_ByHand_IsRefused(string sql)
    {
        await AddAsync(1);
        await using var connection = await _host.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;

        (await Should.ThrowAsync<DbException>(() => command.ExecuteNonQueryAsync())).Message.ShouldContain("only ever added to");
    }

    [Fact]
    public async Task Verify_Untouched_SaysItIsWhole()
    {
        (await VerifyAsync()).ShouldBe((0, "The audit log is whole: 0 entries. Last hash: none yet"));
        await AddAsync(4);

        var (code, words) = await VerifyAsync();

        code.ShouldBe(0);
        words.ShouldStartWith("The audit log is whole: 4 entries. Last hash: ");
    }

    [Theory]
    [InlineData("UPDATE audit_events SET reason = 'Something else' WHERE number = 3", 3)]
    [InlineData("UPDATE audit_events SET actor_id = NULL WHERE number = 2", 2)]
    [InlineData("DELETE FROM audit_events WHERE number = 4", 4)]
    [InlineData("DELETE FROM audit_events WHERE number = 5", 5)]
    [InlineData("DELETE FROM audit_events WHERE number = 1", 1)]
    [InlineData("DELETE FROM audit_events", 1)]
    [InlineData("UPDATE audit_chain SET length = 4", 5)]
    public async Task Verify_ChangedPastTheTriggers_NamesTheFirstEntryThatIsWrong(string sql, int number)
    {
        await AddAsync(5);
        await using (var connection = await _host.Database.OpenAsync())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = provider == TestDatabaseProvider.Sqlite
                ? "DROP TRIGGER audit_events_no_update; DROP TRIGGER audit_events_no_delete; " + sql
                : "DROP TRIGGER audit_events_no_change ON audit_events; " + sql;
            await command.ExecuteNonQueryAsync();
        }

        (await VerifyAsync()).ShouldBe((1, $"The audit log is not as it was written: entry {number} was changed or is missing."));
    }

    private async Task<(int Code, string Words)> VerifyAsync()
    {
        await using var output = new StringWriter();
        return (await AuditCommand.RunAsync(_host.Services, ["verify"], output), output.ToString().Trim());
    }

    private static AuditEvent Event() => AuditEvent.Of(
        AuditEventKind.ResponseOpened, new ChangeContext(Guid.NewGuid(), PracticeHost.UsualStart.UtcDateTime.AddTicks(1_234_567), "Because – żółć"), Guid.NewGuid());

    private Task<int> AddAsync(int count) => _host.InDatabaseAsync(db =>
    {
        db.AddRange(Enumerable.Range(0, count).Select(_ => Event()));
        return db.SaveChangesAsync();
    });

    private Task<List<AuditEvent>> EntriesAsync() =>
        _host.InDatabaseAsync(db => db.AuditEvents.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync());

    public sealed class OnSqlite() : AuditChainTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : AuditChainTests(TestDatabaseProvider.PostgreSql);
}
