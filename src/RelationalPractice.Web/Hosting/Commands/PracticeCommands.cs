namespace RelationalPractice.Web.Hosting.Commands;

/// <summary>What the same program does besides serving pages: <c>migrate</c>, <c>demo</c>, <c>create-administrator</c>, <c>audit</c>, <c>health</c>.</summary>
public sealed record PracticeCommand(string Name, string Help, Func<IServiceProvider, string[], TextWriter, Task<int>> RunAsync);

public static class PracticeCommands
{
    public static readonly IReadOnlyList<PracticeCommand> All =
    [
        new("migrate", "Brings the database to the current model and publishes the questionnaires.", MigrateAsync),
        new("demo", "Loads the demonstration authority: demo --responses N --seed S", DemoCommand.RunAsync),
        new("create-administrator", "Makes the first account: create-administrator --email E", CreateAdministrator.RunAsync),
        new("audit", "Checks that the audit log is as it was written: audit verify", AuditCommand.RunAsync),
        new("health", "Exit code 0 when the running program at --address (http://localhost:8080) is ready.", HealthAsync),
    ];

    public static PracticeCommand? Find(string[] args) =>
        args is [var name, ..] ? All.FirstOrDefault(command => command.Name == name) : null;

    private static async Task<int> MigrateAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync("migrate: brings the database of ConnectionStrings:Practice to the current model and publishes the questionnaires. Safe to run again.");
            return 0;
        }

        await DatabaseHosting.MigrateAsync(services);
        await output.WriteLineAsync("The database is up to date.");
        return 0;
    }

    private static async Task<int> HealthAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync("health [--address http://localhost:8080]: asks the running program whether it is ready.");
            return 0;
        }

        var address = args is ["--address", var given, ..] ? given : "http://localhost:8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var response = await client.GetAsync(new Uri(new Uri(address), Health.Ready));
            await output.WriteLineAsync(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync("not reachable");
            return 1;
        }
    }
}
