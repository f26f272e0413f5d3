using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Web.Hosting.Commands;

namespace RelationalPractice.Web.Hosting;

/// <summary>
/// In Development the program looks after its own database and says what to open. In production the database is migrated by a
/// separate command, once, before any node starts.
/// </summary>
public static class FirstStart
{
    public static async Task PrepareAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        await DatabaseHosting.MigrateAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<PracticeDbContext>().Users.AnyAsync())
        {
            await DemoCommand.RunAsync(app.Services, ["--responses", app.Configuration["Demo:Responses"] ?? "400"], TextWriter.Null);
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? "";
            app.Logger.LogInformation(
                """

                Family feedback is running at {Address}
                  As a parent or carer:   {Address1}/
                  As a member of staff:   {Address2}/staff   (demonstration accounts are listed on the sign-in page)
                  Press Ctrl+C to stop.
                """,
                address, address, address);
        });
    }
}
