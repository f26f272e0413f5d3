using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Migrations.Sqlite;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Web.Jobs;

/// <summary>Every timer of the product. Each may run on several nodes at once without harm.</summary>
public sealed class Schedule(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Schedule> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>Between two looks at what is due to be sent.</summary>
    public static readonly TimeSpan SendingInterval = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TidyAsync(stoppingToken), SendAsync(stoppingToken));

    private async Task TidyAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(ForgetAsync, "forgotten", stoppingToken);
            await TryAsync((services, cancellation) => services.GetRequiredService<TriageList>().WeighAgainAsync(cancellation), "weighed again", stoppingToken);
            await TryAsync(InviteAsync, "planned", stoppingToken);
        }
    }

    /// <summary>One job that cannot be done now hinders no other, and comes again.</summary>
    private async Task TryAsync(Func<IServiceProvider, CancellationToken, Task> job, string what, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await job(scope.ServiceProvider, stoppingToken);
        }
        catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError("What is to be {What} could not be now, it will be tried again: {Type}", what, trouble.GetType().Name);
        }
    }

    private static async Task InviteAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var authority = await services.GetRequiredService<AuthorityDetails>().GetAsync();
        await services.GetRequiredService<InvitationPlanning>().KeepDailyAsync(authority.ContactKey, cancellation);
    }

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SendingInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // SQLite answers on the thread that asks, and a timer's thread is not there to send.
            await Task.Yield();
            // Claims that were not noted run out by themselves.
            await TryAsync((services, cancellation) => services.GetRequiredService<Sender>().SendDueAsync(cancellation), "sent", stoppingToken);
        }
    }

    private async Task ForgetAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<DraftStore>().DeleteExpiredAsync(cancellation);
        var db = services.GetRequiredService<PracticeDbContext>();
        await ReadingClaims.ForgetExpiredAsync(db, clock.GetUtcNow().UtcDateTime, cancellation);
        await SentContacts.ForgetAsync(db, clock.GetUtcNow().UtcDateTime, cancellation);
        await InterviewForgetting.ForgetAsync(db, LocalTime.Today(clock), cancellation);
        if (db.Database.IsSqlite())
        {
            await SqliteDatabase.ForgetLogAsync(db, cancellation);
        }
    }
}
