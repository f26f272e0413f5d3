using RelationalPractice.Data;

namespace RelationalPractice.Web.Hosting;

public static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(Live, () => Results.Text("live")).AllowAnonymous();
        app.MapGet(Ready, async (PracticeDbContext db, CancellationToken cancellation) =>
            await db.Database.CanConnectAsync(cancellation)
                ? Results.Text("ready")
                : Results.Text("database away", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
