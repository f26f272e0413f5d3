namespace RelationalPractice.LoadTests.Profiling;

/// <summary>What a sample was spent on: the part of the program or the framework that the innermost known frame belongs to.</summary>
internal static class Area
{
    private const string Kernel = "[kernel.kallsyms]";

    // The first that fits counts, so the particular stands before the general.
    private static readonly (string Area, string[] Parts)[] Known =
    [
        ("brotli", ["Brotli", "libSystem.IO.Compression"]),
        ("antiforgery and data protection", ["Antiforgery", "DataProtection"]),
        ("JSON", ["System.Text.Json"]),
        ("database library", ["libe_sqlite3", "SQLitePCL", "Microsoft.Data.Sqlite", "Npgsql"]),
        ("EF Core", ["Microsoft.EntityFrameworkCore"]),
        ("views", ["TagHelper", "AspNetCore.Mvc.Razor.", "AspNetCore.Mvc.ViewFeatures", "AspNetCore.Html", ".Pages_", "HttpResponseStreamWriter"]),
        ("pages and model binding", ["AspNetCore.Mvc", "Microsoft.Extensions.Internal"]),
        ("routing", ["AspNetCore.Routing"]),
        ("rate limits", ["RateLimit"]),
        ("authentication and authorisation", ["Authoriz", "Authentication"]),
        ("server and sockets", ["AspNetCore.Server.Kestrel", "System.Net.Sockets", "System.IO.Pipelines"]),
        ("our own code", ["RelationalPractice"]),
        ("other middleware", ["Microsoft.AspNetCore", "Microsoft.Net.Http"]),
        ("logging", ["Microsoft.Extensions.Logging", "Serilog"]),
        ("dependency injection", ["DependencyInjection"]),
        ("cryptography", ["libcrypto", "Cryptography"]),
        ("thread pool", ["PortableThreadPool", "LowLevelLifoSemaphore", "ThreadPoolWorkQueue"]),
    ];

    public static string Of(string thread, IReadOnlyList<Frame> stack)
    {
        if (thread.Contains("GC", StringComparison.Ordinal)) return "garbage collection";
        if (stack[0].Library == "libclrjit.so" || thread.StartsWith(".NET Tiered", StringComparison.Ordinal)) return "compilation";

        foreach (var frame in stack)
        {
            foreach (var (area, parts) in Known)
            {
                if (Array.Exists(parts, part => frame.Method.Contains(part, StringComparison.Ordinal) || frame.Library.Contains(part, StringComparison.Ordinal)))
                    return area;
            }
        }

        return stack[0].Library == Kernel ? "kernel, for nobody known" : "not known";
    }
}
