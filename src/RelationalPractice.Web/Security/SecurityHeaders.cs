using Microsoft.Extensions.Primitives;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Security;

/// <summary>Nothing is loaded from elsewhere, nothing says where a person came from, and no page with answers is kept by a cache.</summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        StringValues policy = "default-src 'none'; script-src 'self'; style-src 'self' " + app.ApplicationServices.GetRequiredService<InlineStyles>().CspHashes
            + "; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
        return app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers["Referrer-Policy"] = "no-referrer";
            headers.XContentTypeOptions = "nosniff";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["X-Robots-Tag"] = "noindex";
            context.Response.OnStarting(KeepOutOfCaches, context.Response);
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return next(context);
        });
    }

    /// <summary>Everything but the static assets, which say themselves how long they may be kept.</summary>
    private static Task KeepOutOfCaches(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
