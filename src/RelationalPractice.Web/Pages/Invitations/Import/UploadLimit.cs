using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using RelationalPractice.Invitations;

namespace RelationalPractice.Web.Pages.Invitations.Import;

/// <summary>
/// Takes in a form with a file before anything else reads it. One that is too large is read to its end and thrown away, for a browser shows no answer
/// before it has sent everything; then the page says so. Nothing is ever written to the disk: the file holds families' names.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>What a form adds around its file.</summary>
    private const int Around = 64 * 1024;

    private const int MostBytes = ContactImport.ContentMaxLength + Around;

    /// <summary>Where patience ends: who sends more is cut off.</summary>
    private const long MostThrownAway = 300_000_000;

    /// <summary>Before the antiforgery filter, which asks for the form's fields (order 1000).</summary>
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType)
        {
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostThrownAway;
        }

        var body = await TakeInAsync(http.Request.Body, http.RequestAborted);
        if (body is null)
        {
            context.Result = new RedirectResult(ImportLinks.Upload(tooLarge: true));
            return;
        }

        http.Request.Body = body;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions
        {
            MemoryBufferThreshold = MostBytes,
            MultipartBodyLengthLimit = MostBytes,
        }));
    }

    private static async Task<MemoryStream?> TakeInAsync(Stream body, CancellationToken cancellation)
    {
        var taken = new MemoryStream();
        var buffer = new byte[Around];
        var tooLarge = false;
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            tooLarge |= taken.Length + count > MostBytes;
            if (!tooLarge)
            {
                taken.Write(buffer, 0, count);
            }
        }

        taken.Position = 0;
        return tooLarge ? null : taken;
    }
}
