using Microsoft.AspNetCore.Http.Features;

namespace RelationalPractice.Web.Hosting;

/// <summary>How much a form may carry: far more than every answer at its limit, far less than would trouble a node.</summary>
public static class FormLimits
{
    public const int MaxBodyBytes = 1024 * 1024;

    public static void AddFormLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = MaxBodyBytes;
            form.ValueCountLimit = 200;
            form.KeyLengthLimit = 200;
        });
    }
}
