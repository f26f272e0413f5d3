using Microsoft.Extensions.DependencyInjection;

namespace RelationalPractice.Testing.Hosting;

/// <summary>How a test's host differs from the usual one.</summary>
public sealed record HostChanges
{
    public static HostChanges None { get; } = new();

    public DateTimeOffset? Start { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Listens on a port of this machine: for what happens below the pages, such as a body that is too large.</summary>
    public bool OnASocket { get; init; }
}
