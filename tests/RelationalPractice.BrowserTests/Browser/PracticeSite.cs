using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RelationalPractice.Data;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Hosting.Commands;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>The whole product on a port of its own, with a database of its own.</summary>
public sealed class PracticeSite : WebApplicationFactory<Program>
{
    /// <summary>The database is made by one program and may be served by another: both must open its keys.</summary>
    internal const string ProtectionKey = "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=";

    private const string Responses = "60";

    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly string _connectionString;
    private readonly TimeProvider? _clock;

    // A program that starts before its database is migrated says so at length.
    private bool _quiet;

    private PracticeSite(string connectionString, IReadOnlyDictionary<string, string> settings, TimeProvider? clock = null)
    {
        _connectionString = connectionString;
        _settings = settings;
        _clock = clock;
        UseKestrel(0);
    }

    /// <summary>By name and not by number: browsers treat localhost as safe, as they do https.</summary>
    public Uri Address => new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;

    /// <param name="clock">The machine's, when it is left out.</param>
    public static PracticeSite Start(TestDatabase database, IReadOnlyDictionary<string, string> settings, TimeProvider? clock = null)
    {
        var site = new PracticeSite(database.ConnectionString, settings, clock);
        site.StartServer();
        return site;
    }

    /// <summary>For <see cref="TestDatabase.CreateAsync"/>: the demonstration authority with its links, accounts and some responses.</summary>
    public static async Task FillAsync(string connectionString)
    {
        await using var site = new PracticeSite(connectionString, new Dictionary<string, string>(StringComparer.Ordinal)) { _quiet = true };
        await DatabaseHosting.MigrateAsync(site.Services);
        await DemoCommand.RunAsync(site.Services, ["--responses", Responses], TextWriter.Null);
    }

    /// <summary>The database as the program itself sees it.</summary>
    public async Task<T> ReadAsync<T>(Func<PracticeDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PracticeDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseStaticWebAssets();
        builder.UseSetting("Database:Provider", nameof(TestDatabaseProvider.Sqlite));
        builder.UseSetting("ConnectionStrings:Practice", _connectionString);
        builder.UseSetting("Database:AllowSqliteInProduction", "true");
        builder.UseSetting("Protection:Key", ProtectionKey);
        builder.UseSetting("Proxy:Trusted", "true");
        builder.UseSetting("Staff:RequireSecondFactor", "false");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        if (_clock is not null)
        {
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_clock)));
        }

        if (_quiet)
        {
            builder.ConfigureLogging(logging => logging.ClearProviders());
        }
    }
}
