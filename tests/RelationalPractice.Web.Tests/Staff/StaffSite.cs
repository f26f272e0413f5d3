using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

/// <summary>A host with staff to sign in as. Without a second factor, unless the settings ask for it.</summary>
public abstract class StaffSite(TestDatabaseProvider provider) : IAsyncLifetime
{
    public const string Password = "a long enough password";

    private PracticeHost? _host;

    public TestDatabase Database => Host.Database;

    public ManualClock Clock => Host.Clock;

    public IServiceProvider Services => Host.Services;

    public KeptLog Log => Host.Log;

    protected virtual IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Staff:RequireSecondFactor"] = "false" };

    public PracticeHost Host => _host ?? throw new InvalidOperationException("The host has not been started yet.");

    public async Task InitializeAsync() =>
        _host = await PracticeHost.StartAsync(provider, new HostChanges { Settings = Settings, Services = ConfigureServices });

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public PageClient Browser() => Host.Browser();

    public Task<T> InDatabaseAsync<T>(Func<PracticeDbContext, Task<T>> use) => Host.InDatabaseAsync(use);

    public Task SaveAsync(params object[] rows) => InDatabaseAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>How often the audit log says this of that subject.</summary>
    public Task<int> AuditedAsync(AuditEventKind kind, Guid subjectId) =>
        InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == kind && e.SubjectId == subjectId));

    public Task<StaffMember> HireAsync(params Role[] roles) => Host.WithAsync(async (UserManager<StaffMember> staff) =>
    {
        var email = $"{Guid.NewGuid():N}@staff.example";
        var member = new StaffMember { Id = Guid.NewGuid(), UserName = email, Email = email, DisplayName = "Ada Quill" };
        foreach (var role in roles.OrderBy(role => RoleSide.NeededBy(role) == Side.Neither))
        {
            member.Give(role, new ChangeContext(member.Id, Clock.GetUtcNow().UtcDateTime));
        }

        var made = await staff.CreateAsync(member, Password);
        made.Succeeded.ShouldBeTrue(string.Join(' ', made.Errors.Select(error => error.Description)));
        return member;
    });

    public async Task<PageClient> SignInAsync(StaffMember member)
    {
        var browser = Browser();
        await browser.GetAsync("/staff/sign-in");
        await browser.SubmitAsync("Sign in", ("Email", member.Email), ("Password", Password));
        return browser;
    }

    public async Task<PageClient> SignInAsync(params Role[] roles) => await SignInAsync(await HireAsync(roles));

    // A thousandth of the work that a password is worth: these tests sign in hundreds of times.
    protected virtual void ConfigureServices(IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 100);
}

public sealed class SqliteSite() : StaffSite(TestDatabaseProvider.Sqlite);

public sealed class PostgreSqlSite() : StaffSite(TestDatabaseProvider.PostgreSql);
