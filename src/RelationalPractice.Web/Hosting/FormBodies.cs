using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace RelationalPractice.Web.Hosting;

/// <summary>
/// Reads a form's body once, before anybody asks for a field of it. A body over the limit is refused here, with its own page. Null
/// characters, which come along with pasted text, are taken out: the framework would refuse the whole form for one of them, and
/// with it everything that somebody wrote.
/// </summary>
public static class FormBodies
{
    private static ReadOnlySpan<byte> Null => "%00"u8;

    public static IApplicationBuilder UseFormBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == MediaTypeNames.Application.FormUrlEncoded)
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body, context.RequestAborted);
            request.Body = WithoutNulls(body);
        }

        await next(context);
    });

    private static MemoryStream WithoutNulls(MemoryStream body)
    {
        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        var kept = 0;
        while (bytes.IndexOf(Null) is >= 0 and var at)
        {
            // What is kept so far never overtakes what is still to be read.
            bytes[..at].CopyTo(body.GetBuffer().AsSpan(kept));
            kept += at;
            bytes = bytes[(at + Null.Length)..];
        }

        bytes.CopyTo(body.GetBuffer().AsSpan(kept));
        body.SetLength(kept + bytes.Length);
        body.Position = 0;
        return body;
    }
}
