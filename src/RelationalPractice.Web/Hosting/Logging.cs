using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Parsing;

namespace RelationalPractice.Web.Hosting;

/// <summary>
/// Errors and start-up only. No line per request: a lone line at 14:03 would date a lone response. Framework loggers that
/// put paths, query strings or parameters into their lines stay below what is written.
/// </summary>
public static class Logging
{
    public static void UsePracticeLogging(this WebApplicationBuilder builder)
    {
        var configuration = builder.Environment.IsProduction()
            ? Rules().MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information).WriteTo.Console(new JsonFormatter(renderMessage: true))
            : Rules().WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, outputTemplate: "{Message:lj}{NewLine}{Exception}");
        builder.Logging.ClearProviders().AddSerilog(configuration.CreateLogger(), dispose: true);
    }

    /// <summary>What may be written at all, wherever it is written to.</summary>
    public static LoggerConfiguration Rules() => new LoggerConfiguration()
        .Enrich.With<OnlyTheMessage>()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics", LogEventLevel.Fatal)
        .MinimumLevel.Override("Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Fatal)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal);

    /// <summary>The framework hangs the path of the request on every line, and with it a link's code and how far somebody had come.</summary>
    private sealed class OnlyTheMessage : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var said = logEvent.MessageTemplate.Tokens.OfType<PropertyToken>().Select(token => token.PropertyName).Append(Constants.SourceContextPropertyName);
            foreach (var added in logEvent.Properties.Keys.Except(said, StringComparer.Ordinal).ToList())
            {
                logEvent.RemovePropertyIfPresent(added);
            }
        }
    }
}
