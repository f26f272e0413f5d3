using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace RelationalPractice.Web.Hosting.Problems;

public enum ProblemKind
{
    NotFound,
    TooLong,
    TooMany,
    Unavailable,
    CookieMissing,
    DraftGone,
    SentBefore,
    Unexpected,
}

/// <summary>A clear page for when something does not work, with whatever the person had typed.</summary>
public sealed record Problem(ProblemKind Kind, IReadOnlyList<KeyValuePair<string, string>> Typed, string? TryAgainAt)
{
    private const string View = "~/Pages/Shared/Problem.cshtml";

    /// <summary>Field values that are keys or scores, not words, go along unseen.</summary>
    public static bool IsWords(string value) =>
        value.Length > 31 || value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '_' and not '.');

    public int Status => Kind switch
    {
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.TooLong => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
        ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ProblemKind.CookieMissing => StatusCodes.Status400BadRequest,
        ProblemKind.DraftGone or ProblemKind.SentBefore => StatusCodes.Status410Gone,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static async Task<IActionResult> ResultAsync(HttpContext context, ProblemKind kind)
    {
        var problem = new Problem(kind, await TypedAsync(context.Request), TryAgainAddress(context.Request, kind));
        var viewData = new ViewDataDictionary<Problem>(
            context.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary())
        { Model = problem };
        return new ViewResult { ViewName = View, ViewData = viewData, StatusCode = problem.Status };
    }

    /// <summary>For places outside a page: middleware and the rate limiter.</summary>
    public static async Task ShowAsync(HttpContext context, ProblemKind kind)
    {
        var result = await ResultAsync(context, kind);
        await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> TypedAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return [];
        }

        try
        {
            var form = await request.ReadFormAsync();
            return [.. form.Where(f => f.Key is not "__RequestVerificationToken").SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""))];
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>
    /// The same form may be sent again from the page, with a fresh token, only when it came from our own page: else
    /// another site could put words into it and ask for one press.
    /// </summary>
    private static string? TryAgainAddress(HttpRequest request, ProblemKind kind)
    {
        var fromUs = request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
            && (request.Headers.Origin.ToString() is "" || request.Headers.Origin == $"{request.Scheme}://{request.Host}");
        return HttpMethods.IsPost(request.Method) && fromUs && kind is ProblemKind.Unavailable or ProblemKind.CookieMissing or ProblemKind.TooMany
            ? request.Path.Value
            : null;
    }
}
