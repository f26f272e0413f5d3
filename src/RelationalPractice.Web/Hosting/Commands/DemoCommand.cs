using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Demonstration;

namespace RelationalPractice.Web.Hosting.Commands;

/// <summary>Loads the demonstration authority (docs/features/demonstration.md).</summary>
public static class DemoCommand
{
    public const int BadArguments = 2;

    private static readonly string Help = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        demo [--responses N] [--seed S]: loads {DemonstrationAuthority.Instance.Name}, an authority that does not exist, with its teams, workers,
        links, accounts and N responses of the last {DemonstrationAuthority.Months} months. The same N and S make the same families.
          --responses N   0 to {DemonstrationOptions.ResponsesMax:N0}; {DemonstrationOptions.DefaultResponses} unless told
          --seed S        a whole number; {DemonstrationOptions.DefaultSeed} unless told
        The accounts' password is Demo:Password, '{DemonstrationOptions.DefaultPassword}' unless set. Loading again adds nothing.
        A database that belongs to another authority is left alone, and production is refused.
        """);

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            await output.WriteLineAsync("The demonstration's accounts have a password that everybody knows: it is never loaded in production. Set ASPNETCORE_ENVIRONMENT=Development.");
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        if (Read(args, scope.ServiceProvider) is not { } options)
        {
            await output.WriteLineAsync(Help);
            return BadArguments;
        }

        return await LoadAsync(scope.ServiceProvider, options, output);
    }

    private static async Task<int> LoadAsync(IServiceProvider services, DemonstrationOptions options, TextWriter output)
    {
        var db = services.GetRequiredService<PracticeDbContext>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await output.WriteLineAsync("The database is not up to date: run 'migrate' first.");
            return 1;
        }

        var loader = new DemonstrationLoader(
            db,
            services.GetRequiredService<PersonalDataProtector>(),
            services.GetRequiredService<AuthorityKeys>(),
            services.GetRequiredService<IBulk>());
        var started = Stopwatch.GetTimestamp();
        var outcome = await loader.LoadAsync(options, new EveryTenth(options.Responses, output));
        switch (outcome.Result)
        {
            case DemonstrationResult.AlreadyThere:
                await output.WriteLineAsync("The demonstration is already there: nothing was added.");
                return 0;
            case DemonstrationResult.AnotherAuthority:
                await output.WriteLineAsync("This database belongs to another authority: nothing was changed. Load the demonstration into a database of its own.");
                return 1;
            default:
                await DescribeAsync(options, outcome, Stopwatch.GetElapsedTime(started), output);
                return 0;
        }
    }

    private static async Task DescribeAsync(DemonstrationOptions options, DemonstrationOutcome outcome, TimeSpan taken, TextWriter output)
    {
        var authority = DemonstrationAuthority.Instance;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{authority.Name}: {options.Responses:N0} responses in {taken.TotalSeconds:F1} s."));
        await output.WriteLineAsync($"Accounts: {string.Join(", ", authority.Accounts.Select(account => account.Email))}");
        await output.WriteLineAsync("Links:");
        foreach (var link in authority.Links) await output.WriteLineAsync($"  /f/{link.Code}   {link.Label}");
        if (outcome.Receipts.Count > 0) await output.WriteLineAsync("Receipt codes:");
        foreach (var receipt in outcome.Receipts) await output.WriteLineAsync($"  {receipt.Code.Grouped}   {receipt.About}");
    }

    private static DemonstrationOptions? Read(string[] args, IServiceProvider services)
    {
        int? responses = DemonstrationOptions.DefaultResponses;
        int? seed = DemonstrationOptions.DefaultSeed;
        for (var i = 0; i < args.Length; i += 2)
        {
            int? given = i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
            switch (args[i])
            {
                case "--responses":
                    responses = given is >= 0 and <= DemonstrationOptions.ResponsesMax ? given : null;
                    break;
                case "--seed":
                    seed = given;
                    break;
                default:
                    return null;
            }
        }

        return responses is null || seed is null
            ? null
            : new DemonstrationOptions(responses.Value, seed.Value, Password(services), LocalTime.Today(services.GetRequiredService<TimeProvider>()));
    }

    private static string Password(IServiceProvider services) =>
        services.GetRequiredService<IConfiguration>()["Demo:Password"] is { Length: > 0 } password ? password : DemonstrationOptions.DefaultPassword;

    /// <summary>A line for each tenth, of loads long enough to make somebody wonder.</summary>
    private sealed class EveryTenth(int responses, TextWriter output) : IProgress<int>
    {
        private const int WorthTelling = 20_000;

        private int _tenths;

        public void Report(int value)
        {
            var tenths = (int)(value * 10L / responses);
            if (responses < WorthTelling || tenths == _tenths) return;
            _tenths = tenths;
            output.WriteLine($"{tenths * 10} %");
        }
    }
}
