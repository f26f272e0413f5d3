using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace RelationalPractice.Testing.Hosting;

/// <summary>What the program writes into its log, line by line as production writes it.</summary>
public sealed class KeptLog : ILogEventSink
{
    private readonly JsonFormatter _formatter = new(renderMessage: true);
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public string Text => string.Concat(_lines);

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        _formatter.Format(logEvent, line);
        _lines.Enqueue(line.ToString());
    }
}
