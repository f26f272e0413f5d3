using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

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
    /// <summary>On the way to a page that only staff may enter.</summary>
    public bool IsForStaff { get; init; }

    private const string View = "~/Pages/Shared/Problem.cshtml";

    private static readonly HashSet<string> NotWritten = new(StringComparer.OrdinalIgnoreCase) { "changing", "seen", "skip", "sure", "audience", "tier", "share", "code" };

    private static readonly HashSet<string> NeverShown = new(StringComparer.OrdinalIgnoreCase) { "__RequestVerificationToken", "password" };

    /// <summary>What was chosen and not written goes along unseen.</summary>
    public static bool IsWords(string field, string value) =>
        !NotWritten.Contains(field) && value is not ("" or DialGroupQuestion.NotSure or [>= '0' and <= '9']);

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
        var problem = new Problem(kind, await TypedAsync(context.Request), TryAgainAddress(context, kind))
        {
            IsForStaff = context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null,
        };
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
            return [.. form.Where(f => !NeverShown.Contains(f.Key)).SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""))];
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
    private static string? TryAgainAddress(HttpContext context, ProblemKind kind) =>
        kind is ProblemKind.Unavailable or ProblemKind.CookieMissing or ProblemKind.TooMany
        && HttpMethods.IsPost(context.Request.Method) && IsFromOurPage(context.Request) && CanMakeToken(context)
            ? context.Request.Path.Value
            : null;

    private static bool IsFromOurPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        // A browser too old to say so. As our pages send no referrer, it calls their origin "null" too; but no other site makes
        // it send along our cookies, which are SameSite=Lax.
        "" => request.Headers.Origin.ToString() is var origin
            && (origin is "" or "null" ? request.Cookies.ContainsKey(SessionCookie.Name) || request.Cookies.ContainsKey(SessionCookie.AntiforgeryName)
                : origin == $"{request.Scheme}://{request.Host}"),
        _ => false,
    };

    /// <summary>Not on a node that has started while the database, and with it the key ring, is away.</summary>
    private static bool CanMakeToken(HttpContext context)
    {
        try
        {
            context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
