using RelationalPractice.Auditing;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Hosting.Commands;

/// <summary><c>audit verify</c>: whether the audit log is as it was written.</summary>
public static class AuditCommand
{
    private const string Help = "audit verify: reads the audit log from its start and checks that no entry was changed, taken out or put in. Exit code 1 when one was.";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        if (args is not ["verify"])
        {
            await output.WriteLineAsync(Help);
            return args.Contains("--help") ? 0 : 2;
        }

        await using var scope = services.CreateAsyncScope();
        var found = await AuditVerification.OfAsync(scope.ServiceProvider.GetRequiredService<PracticeDbContext>());
        if (found.BrokenAt is { } number)
        {
            await output.WriteLineAsync($"The audit log is not as it was written: entry {number} was changed or is missing.");
            return 1;
        }

        await output.WriteLineAsync($"The audit log is whole: {found.Entries} entries. Last hash: {(found.LastHash.Length == 0 ? "none yet" : found.LastHash)}");
        if (found.OlderThanChain > 0)
        {
            await output.WriteLineAsync($"The first {found.OlderThanChain} were written before entries were chained: nothing shows whether those were changed.");
        }

        return 0;
    }
}
