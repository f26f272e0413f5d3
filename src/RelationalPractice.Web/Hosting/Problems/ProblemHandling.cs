using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace RelationalPractice.Web.Hosting.Problems;

/// <summary>Turns what went wrong into a page for the person and, where staff must know, a line in the log without anything about the person.</summary>
public static class ProblemHandling
{
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("RelationalPractice.Problems");
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception trouble) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
            {
                var kind = KindOf(trouble);
                if (kind is ProblemKind.Unexpected or ProblemKind.Unavailable)
                {
                    log.LogError("A page could not be shown: {Kind} {Type} {Stack}", kind, trouble.GetType().Name, trouble.StackTrace);
                }

                // Not Clear(): the security headers stay.
                context.Response.ContentLength = null;
                await Problem.ShowAsync(context, kind);
            }
        });
        return app.UseStatusCodePages(async pages =>
        {
            var context = pages.HttpContext;
            await Problem.ShowAsync(context, context.Response.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => ProblemKind.TooLong,
                StatusCodes.Status400BadRequest => ProblemKind.CookieMissing,
                StatusCodes.Status429TooManyRequests => ProblemKind.TooMany,
                >= 500 => ProblemKind.Unexpected,
                _ => ProblemKind.NotFound,
            });
        });
    }

    /// <summary>The database is away: any of its errors that is not a refusal of ours.</summary>
    public static bool IsDatabaseAway(Exception trouble) => trouble switch
    {
        DbUpdateException update => update.InnerException is DbException,
        DbException or TimeoutException => true,
        InvalidOperationException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException => trouble.InnerException is { } inner && IsDatabaseAway(inner),
        _ => false,
    };

    private static ProblemKind KindOf(Exception trouble) => trouble switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ProblemKind.TooLong,
        BadHttpRequestException or InvalidDataException => ProblemKind.TooLong,
        _ when IsDatabaseAway(trouble) => ProblemKind.Unavailable,
        _ => ProblemKind.Unexpected,
    };
}

/// <summary>A form whose antiforgery cookie did not come along: usually cookies are off, or the page stood open since yesterday.</summary>
internal sealed class CookieMissingFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = await Problem.ResultAsync(context.HttpContext, ProblemKind.CookieMissing);
        }

        await next();
    }
}

/// <summary>A form sent to a page that takes none. Without this the page would be shown although nothing has filled it.</summary>
internal sealed class NoHandlerFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = await Problem.ResultAsync(context.HttpContext, ProblemKind.NotFound);
            return;
        }

        await next();
    }
}
