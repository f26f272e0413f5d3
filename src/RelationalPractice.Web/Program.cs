using Microsoft.AspNetCore.HttpOverrides;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Hosting.Commands;
using RelationalPractice.Web.Hosting.Problems;
using RelationalPractice.Web.Messaging;
using RelationalPractice.Web.Security;

return await OneLine.RunAsync(async () =>
{
    var command = PracticeCommands.Find(args);
    var builder = WebApplication.CreateBuilder(command is null ? args : args[1..]);
    builder.UsePracticeLogging();
    builder.AddFormLimits();
    builder.Services.AddPractice(builder.Configuration);
    SafeConfiguration.Check(builder.Configuration, builder.Environment);

    await using var app = builder.Build();
    if (command is not null)
    {
        return await command.RunAsync(app.Services, args[1..], Console.Out);
    }

    app.UseForwardedHeaders();
    app.UseSecurityHeaders();
    app.UseProblemPages();
    app.UseFormBodies();
    app.UseResponseCompression();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapNotify();
    app.MapRazorPages().WithStaticAssets();
    app.MapNothingElse();

    await FirstStart.PrepareAsync(app);
    await app.RunAsync();
    return 0;
});

/// <summary>Named so that tests can start the program.</summary>
public partial class Program;
