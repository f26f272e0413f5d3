using System.Text;
using Microsoft.AspNetCore.Identity;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Hosting.Commands;

/// <summary>Makes the first account of a new authority. Its password is asked for, or read from standard input, and never echoed or logged.</summary>
public static class CreateAdministrator
{
    private const string Help = "create-administrator --email E [--name N]: makes an administrator. The password is the first line of standard input.";

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        var email = ValueOf(args, "--email");
        if (email is null || args.Contains("--help"))
        {
            await output.WriteLineAsync(Help);
            return email is null && !args.Contains("--help") ? 2 : 0;
        }

        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDbContext>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var id = scope.ServiceProvider.GetRequiredService<Chance>().NewId();
        var administrator = new StaffMember { Id = id, UserName = email, Email = email, EmailConfirmed = true, DisplayName = ValueOf(args, "--name") ?? email };
        var context = new ChangeContext(id, clock.GetUtcNow().UtcDateTime, "create-administrator");
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.StaffCreated, context, id));
        db.AuditEvents.Add(administrator.Give(Role.Administrator, context));
        await output.WriteAsync("Password (at least 12 characters): ");
        var made = await users.CreateAsync(administrator, ReadPassword());
        await output.WriteLineAsync();
        await output.WriteLineAsync(made.Succeeded ? $"{email} can sign in at /staff." : string.Join(' ', made.Errors.Select(e => e.Description)));
        return made.Succeeded ? 0 : 1;
    }

    /// <summary>Typed unseen on a terminal; the first line when it is piped in.</summary>
    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }

    private static string? ValueOf(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
