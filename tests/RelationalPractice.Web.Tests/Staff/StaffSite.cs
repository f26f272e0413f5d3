using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

/// <summary>The whole application on a database of its own, with staff to sign in as.</summary>
public abstract class StaffSite(TestDatabaseProvider provider) : IAsyncLifetime
{
    public const string Password = "a long enough password";

    private Program? _program;

    public TestDatabase Database { get; private set; } = null!;

    public ShiftedClock Clock { get; } = new();

    public IServiceProvider Services => _program!.Services;

    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(provider, provider == TestDatabaseProvider.Sqlite ? FillSqliteAsync : FillPostgreSqlAsync);
        _program = new Program(provider, Database.ConnectionString, Settings, ConfigureServices);
    }

    public async Task DisposeAsync()
    {
        await _program!.DisposeAsync();
        await Database.DisposeAsync();
    }

    public PageClient Browser() => new(_program!.CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"),
        AllowAutoRedirect = false,
        HandleCookies = false,
    }));

    public async Task<T> InDatabaseAsync<T>(Func<PracticeDbContext, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PracticeDbContext>());
    }

    public Task SaveAsync(params object[] rows) => InDatabaseAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>How often the audit log says this of that subject.</summary>
    public Task<int> AuditedAsync(AuditEventKind kind, Guid subjectId) =>
        InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == kind && e.SubjectId == subjectId));

    public async Task<StaffMember> HireAsync(params Role[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@staff.example";
        var member = new StaffMember { Id = Guid.NewGuid(), UserName = email, Email = email, DisplayName = "Ada Quill" };
        foreach (var role in roles.OrderBy(role => RoleSide.NeededBy(role) == Side.Neither))
        {
            member.Give(role, new ChangeContext(member.Id, Clock.GetUtcNow().UtcDateTime));
        }

        var made = await scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>().CreateAsync(member, Password);
        made.Succeeded.ShouldBeTrue(string.Join(' ', made.Errors.Select(error => error.Description)));
        return member;
    }

    public async Task<PageClient> SignInAsync(StaffMember member)
    {
        var browser = Browser();
        await browser.GetAsync("/staff/sign-in");
        await browser.SubmitAsync("Sign in", ("Email", member.Email), ("Password", Password));
        return browser;
    }

    public async Task<PageClient> SignInAsync(params Role[] roles) => await SignInAsync(await HireAsync(roles));

    protected virtual void ConfigureServices(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
    }

    private static Task FillSqliteAsync(string connectionString) => FillAsync(TestDatabaseProvider.Sqlite, connectionString);

    private static Task FillPostgreSqlAsync(string connectionString) => FillAsync(TestDatabaseProvider.PostgreSql, connectionString);

    private static async Task FillAsync(TestDatabaseProvider provider, string connectionString)
    {
        await using var program = new Program(provider, connectionString, new Dictionary<string, string>(StringComparer.Ordinal), _ => { });
        await DatabaseHosting.MigrateAsync(program.Services);
    }

    private sealed class Program(
        TestDatabaseProvider provider, string connectionString, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection> configure)
        : WebApplicationFactory<global::Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("Database:Provider", provider.ToString());
            builder.UseSetting("ConnectionStrings:Practice", connectionString);
            builder.UseSetting("Staff:RequireSecondFactor", "false");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureTestServices(configure);
        }
    }
}

public sealed class SqliteSite() : StaffSite(TestDatabaseProvider.Sqlite);

public sealed class PostgreSqlSite() : StaffSite(TestDatabaseProvider.PostgreSql);
