using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using RelationalPractice.Web.Hosting.Problems;

namespace RelationalPractice.Web.Security;

/// <summary>
/// Limits on what a machine could do a thousand times and a family, or a hostel of families behind one address, does not. Addresses
/// are held in memory for the length of the window only and written nowhere.
/// </summary>
public static class RateLimits
{
    public const string Sending = "sending";
    public const string Codes = "codes";
    public const string SignIn = "sign-in";
    public const string CallBacks = "call-backs";

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (context, _) => await Problem.ShowAsync(context.HttpContext, ProblemKind.TooMany);
        limiter.AddPolicy(Sending, context => PostsOf(context, configuration.GetValue("Limits:SendingPerMinute", 60), TimeSpan.FromMinutes(1)));
        limiter.AddPolicy(Codes, context => PostsOf(context, configuration.GetValue("Limits:CodesPerTenMinutes", 20), TimeSpan.FromMinutes(10)));
        // An account locks by itself; this slows whoever tries one password on many accounts. A whole office may share an address.
        limiter.AddPolicy(SignIn, context => PostsOf(context, configuration.GetValue("Limits:SignInPerTenMinutes", 100), TimeSpan.FromMinutes(10)));
        // Notify sends 3,000 a minute at most and tells of each; repeats come on top.
        limiter.AddPolicy(CallBacks, context => PostsOf(context, configuration.GetValue("Limits:CallBacksPerMinute", 9000), TimeSpan.FromMinutes(1)));
    });

    private static RateLimitPartition<string> PostsOf(HttpContext context, int permits, TimeSpan window) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = permits,
                    TokensPerPeriod = permits,
                    ReplenishmentPeriod = window,
                    AutoReplenishment = true,
                })
            : RateLimitPartition.GetNoLimiter("reading");
}
