using Microsoft.EntityFrameworkCore;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Faults;

/// <summary>No test can cut the power. What these can see is whether what must not be lost waits for the disk, and leaves that so.</summary>
public sealed class PowerLossTests
{
    [Fact]
    public async Task Answer_OnSqlite_LeavesTheConnectionWaitingForTheDiskAgain()
    {
        // One connection, which every request of the journey hands on to the next.
        await using var host = await PracticeHost.StartAsync(TestDatabaseProvider.Sqlite);
        await new Family(host.Browser()).GiveAsync(Tier.Anonymous, ("situation", "Something that was kept"));

        (await host.InDatabaseAsync(db => db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Answer_OnPostgreSql_LeavesTheConnectionWaitingForTheDiskAgain()
    {
        await using var host = await PracticeHost.StartAsync(TestDatabaseProvider.PostgreSql);
        await using (var connection = await host.Database.OpenAsync())
        await using (var command = connection.CreateCommand())
        {
            // The tests' own server waits for no disk at all.
            command.CommandText = "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database()); END $$";
            await command.ExecuteNonQueryAsync();
        }

        await new Family(host.Browser()).GiveAsync(Tier.Anonymous, ("situation", "Something that was kept"));

        (await host.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT current_setting('synchronous_commit') AS \"Value\"").SingleAsync()))
            .ShouldBe("on");
    }
}
