using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RelationalPractice.Data;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using Serilog;

namespace RelationalPractice.Testing.Hosting;

/// <summary>
/// The real program with production's settings, on a copy of a database that holds <see cref="SampleAuthority"/>. Its clock
/// stands still until a test moves it; its log is kept in memory.
/// </summary>
public sealed class PracticeHost : WebApplicationFactory<Program>
{
    /// <summary>A Tuesday in winter, when the families' clock is UTC's.</summary>
    public static readonly DateTimeOffset UsualStart = new(2031, 1, 14, 10, 20, 30, TimeSpan.Zero);

    // The same for all hosts: the key ring in the template is wrapped under it.
    private const string ProtectionKey = "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=";

    private readonly TestDatabaseProvider _provider;
    private readonly string _connectionString;
    private readonly TestDatabase? _database;
    private readonly HostChanges _changes;
    private int _browsers;

    private PracticeHost(TestDatabaseProvider provider, string connectionString, TestDatabase? database, HostChanges changes)
    {
        _provider = provider;
        _connectionString = connectionString;
        _database = database;
        _changes = changes;
        Clock = new ManualClock(changes.Start ?? UsualStart);
        if (changes.OnASocket)
        {
            UseKestrel(0);
            StartServer();
        }
    }

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The template has no database of its own.");

    public ManualClock Clock { get; }

    public KeptLog Log { get; } = new();

    public static async Task<PracticeHost> StartAsync(TestDatabaseProvider provider, HostChanges? changes = null)
    {
        var database = await TestDatabase.CreateAsync(provider, provider == TestDatabaseProvider.Sqlite ? FillSqliteAsync : FillPostgreSqlAsync);
        return new PracticeHost(provider, database.ConnectionString, database, changes ?? HostChanges.None);
    }

    /// <summary>A browser at an address of its own: none runs into another's limits.</summary>
    public PageClient Browser() => Browser(IPAddress.Parse($"2001:db8:cafe::{Interlocked.Increment(ref _browsers):x}"));

    public PageClient Browser(IPAddress address, params (string Name, string Value)[] headers)
    {
        var http = _changes.OnASocket
            ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress }
            : new HttpClient(Server.CreateHandler()) { BaseAddress = new Uri("https://localhost") };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address.ToString());
        foreach (var (name, value) in headers)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return new PageClient(http);
    }

    public Task<T> InDatabaseAsync<T>(Func<PracticeDbContext, Task<T>> use) => WithAsync(use);

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Provider", _provider.ToString());
        builder.UseSetting("Database:AllowSqliteInProduction", "true");
        builder.UseSetting("ConnectionStrings:Practice", _connectionString);
        builder.UseSetting("Protection:Key", ProtectionKey);
        builder.UseSetting("Proxy:Trusted", "true");
        foreach (var (name, value) in SampleAuthority.Settings.Concat(_changes.Settings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddSerilog(Logging.Rules().WriteTo.Sink(Log).CreateLogger(), dispose: true));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            _changes.Services?.Invoke(services);
        });
    }

    private static Task FillSqliteAsync(string connectionString) => FillAsync(TestDatabaseProvider.Sqlite, connectionString);

    private static Task FillPostgreSqlAsync(string connectionString) => FillAsync(TestDatabaseProvider.PostgreSql, connectionString);

    private static async Task FillAsync(TestDatabaseProvider provider, string connectionString)
    {
        await using var host = new PracticeHost(provider, connectionString, database: null, HostChanges.None);
        await DatabaseHosting.MigrateAsync(host.Services);
        await host.InDatabaseAsync(SampleAuthority.SaveAsync);
    }
}
