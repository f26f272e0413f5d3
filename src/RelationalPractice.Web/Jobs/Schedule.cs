using System.Data.Common;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Jobs;

/// <summary>Every timer of the product. Each may run on several nodes at once without harm.</summary>
public sealed class Schedule(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Schedule> log) : BackgroundService
{
    public static readonly TimeSpan DraftsAreClearedEvery = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(DraftsAreClearedEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DraftStore>().DeleteExpiredAsync(stoppingToken);
            }
            catch (DbException trouble)
            {
                log.LogError("Expired drafts could not be deleted now, they will be in ten minutes: {Type}", trouble.GetType().Name);
            }
        }
    }
}
