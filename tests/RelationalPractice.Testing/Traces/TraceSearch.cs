using System.Buffers.Binary;
using RelationalPractice.Testing.Databases;

namespace RelationalPractice.Testing.Traces;

/// <summary>
/// Looks for all forms of many traces in one pass over each file: a hundred megabytes of a database against a thousand forms.
/// </summary>
public sealed class TraceSearch
{
    /// <summary>No form is shorter: it would be found by accident.</summary>
    public const int Shortest = 5;

    private const int Window = 4;

    private readonly ILookup<uint, Wanted> _byWindow;
    private readonly bool[] _mayBegin = new bool[1 << 16];

    public TraceSearch(IEnumerable<Trace> traces)
    {
        _byWindow = traces
            .SelectMany(trace => trace.Forms, (trace, form) => new Wanted(trace.Fact, form.Key, form.Value, MostTelling(form.Value)))
            .ToLookup(wanted => BinaryPrimitives.ReadUInt32LittleEndian(wanted.Bytes.AsSpan(wanted.Offset)));
        foreach (var window in _byWindow)
        {
            _mayBegin[window.Key & 0xffff] = true;
        }
    }

    /// <summary>How often each fact stands in each file, in whatever form.</summary>
    public IReadOnlyDictionary<Finding, int> Find(IEnumerable<KeptFile> files)
    {
        var found = new Dictionary<Finding, int>();
        foreach (var file in files)
        {
            foreach (var finding in In(file))
            {
                found[finding] = found.GetValueOrDefault(finding) + 1;
            }
        }

        return found;
    }

    /// <summary>What stands there now and did not before.</summary>
    public static IReadOnlyList<string> Added(IReadOnlyDictionary<Finding, int> before, IReadOnlyDictionary<Finding, int> after) =>
    [
        .. after.Where(finding => finding.Value > before.GetValueOrDefault(finding.Key)).Select(finding => finding.Key.ToString()).Order(StringComparer.Ordinal),
    ];

    private IEnumerable<Finding> In(KeptFile file)
    {
        var bytes = file.Bytes;
        for (var at = 0; at <= bytes.Length - Window; at++)
        {
            if (!_mayBegin[bytes[at] | bytes[at + 1] << 8])
            {
                continue;
            }

            foreach (var wanted in _byWindow[BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at))])
            {
                if (at >= wanted.Offset && bytes.AsSpan(at - wanted.Offset).StartsWith(wanted.Bytes))
                {
                    yield return new Finding(file.Name, wanted.Fact, wanted.Form);
                }
            }
        }
    }

    // Files are full of zeros: a form is looked for by those four of its bytes that differ most.
    private static int MostTelling(byte[] bytes) =>
        Enumerable.Range(0, bytes.Length - Window + 1).MaxBy(offset => bytes.AsSpan(offset, Window).ToArray().Where(b => b != 0).Distinct().Count());

    private sealed record Wanted(string Fact, string Form, byte[] Bytes, int Offset);
}

public sealed record Finding(string File, string Fact, string Form)
{
    public override string ToString() => $"{Fact} ({Form}) in {File}";
}
