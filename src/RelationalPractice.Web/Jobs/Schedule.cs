using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Migrations.Sqlite;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Jobs;

/// <summary>Every timer of the product. Each may run on several nodes at once without harm.</summary>
public sealed class Schedule(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Schedule> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await ForgetAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (DbException trouble)
            {
                log.LogError("What is to be forgotten could not be deleted now, it will be in ten minutes: {Type}", trouble.GetType().Name);
            }
        }
    }

    private static async Task ForgetAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<DraftStore>().DeleteExpiredAsync(cancellation);
        var db = services.GetRequiredService<PracticeDbContext>();
        if (db.Database.IsSqlite())
        {
            await SqliteDatabase.ForgetLogAsync(db, cancellation);
        }
    }
}
