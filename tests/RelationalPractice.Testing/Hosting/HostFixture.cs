using RelationalPractice.Testing.Databases;
using Xunit;

namespace RelationalPractice.Testing.Hosting;

/// <summary>
/// One host for all tests of a class. They share its database, so each looks at what it made itself, and none moves the clock
/// or takes the database away: such a test starts a host of its own.
/// </summary>
public abstract class HostFixture(TestDatabaseProvider provider) : IAsyncLifetime
{
    private PracticeHost? _host;

    public PracticeHost Host => _host ?? throw new InvalidOperationException("The host has not been started yet.");

    public async Task InitializeAsync() => _host = await PracticeHost.StartAsync(provider);

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

public sealed class SqliteHost() : HostFixture(TestDatabaseProvider.Sqlite);

public sealed class PostgreSqlHost() : HostFixture(TestDatabaseProvider.PostgreSql);
