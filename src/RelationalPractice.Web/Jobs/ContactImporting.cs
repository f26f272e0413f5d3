using System.Threading.Channels;
using RelationalPractice.Data;
using RelationalPractice.Invitations;

namespace RelationalPractice.Web.Jobs;

/// <summary>
/// Works on files of families beside the requests. It looks when a page rings, when the program starts, and every half minute, for what another
/// node left.
/// </summary>
public sealed class ContactImporting(IServiceScopeFactory scopes, ContactImportBell bell, TimeProvider clock, ILogger<ContactImporting> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Troubles in a row after which a file is left until the next look: one that cannot be kept must not hold up the others for ever.</summary>
    private const int MostTries = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await bell.WaitAsync(Interval, clock, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        for (var troubles = 0; troubles < MostTries;)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await ContactImports.ForgetOldAsync(
                    scope.ServiceProvider.GetRequiredService<PracticeDbContext>(), clock.GetUtcNow().UtcDateTime, stoppingToken);
                if (!await scope.ServiceProvider.GetRequiredService<ContactImportRun>().NextAsync(stoppingToken))
                {
                    return;
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // Whatever it is: a file must not take the whole program down with it.
                troubles++;
                log.LogError("A file of families could not be worked on now, it will be tried again: {Type}", trouble.GetType().Name);
            }
        }
    }
}

/// <summary>Lets a page wake the importing job of its own node.</summary>
public sealed class ContactImportBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var rung = _rung.Reader.ReadAsync(enough.Token).AsTask();
        var over = Task.Delay(atMost, clock, enough.Token);
        await Task.WhenAny(rung, over);
        await enough.CancelAsync();
        await Task.WhenAll(rung, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

public static class ContactImportServices
{
    public static void AddContactImports(this IServiceCollection services)
    {
        services.AddSingleton<ContactFileSeal>();
        services.AddSingleton<ContactImportBell>();
        services.AddScoped<ContactImportRun>();
        services.AddHostedService<ContactImporting>();
    }
}
