namespace RelationalPractice.LoadTests.Profiling;

/// <summary>Counts the stacks that <c>perf script</c> prints: a line for the thread, a line for each frame from the innermost out, an empty line.</summary>
internal sealed class StackSamples
{
    private readonly Dictionary<string, int> _areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _withCallees = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public IReadOnlyDictionary<string, int> Areas => _areas;

    public IReadOnlyDictionary<string, int> Methods => _methods;

    /// <summary>Without the machinery of async methods and threads, which contains everything.</summary>
    public IReadOnlyDictionary<string, int> MethodsWithCallees => _withCallees;

    public static StackSamples Read(TextReader script)
    {
        var samples = new StackSamples();
        var thread = "";
        var stack = new List<Frame>();
        while (script.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                samples.Add(thread, stack);
                stack.Clear();
            }
            else if (char.IsWhiteSpace(line[0]))
            {
                stack.Add(Frame.Parse(line));
            }
            else
            {
                thread = line;
            }
        }

        samples.Add(thread, stack);
        return samples;
    }

    private void Add(string thread, List<Frame> stack)
    {
        if (stack.Count == 0) return;
        Count++;
        Increase(_areas, Area.Of(thread, stack));
        Increase(_methods, stack[0].Method);
        foreach (var method in stack.Select(frame => frame.Method).Where(IsWork).Distinct(StringComparer.Ordinal)) Increase(_withCallees, method);
    }

    private static bool IsWork(string method) =>
        !method.StartsWith("System.Threading.", StringComparison.Ordinal)
        && !method.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        && !method.StartsWith('[');

    private static void Increase(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}

/// <param name="Method">Namespace, type and name, without return type, parameters and tier of compilation; the library in brackets where it is unknown.</param>
/// <param name="Library">The file; empty for code that was compiled while running.</param>
internal readonly record struct Frame(string Method, string Library)
{
    /// <param name="line">Address, symbol, and the library in brackets.</param>
    public static Frame Parse(string line)
    {
        var text = line.AsSpan().Trim();
        text = text[(text.IndexOf(' ') + 1)..];
        var bracket = text.LastIndexOf('(');
        var library = Path.GetFileName(text[(bracket + 1)..].TrimEnd(')'));
        var symbol = text[..bracket].TrimEnd();
        if (symbol is "[unknown]") return new Frame($"[{library}]", library.ToString());

        var parameters = symbol.IndexOf('(');
        if (parameters > 0) symbol = symbol[..parameters];
        return new Frame(symbol[(symbol.LastIndexOf(' ') + 1)..].ToString(), library.StartsWith("perf-") ? "" : library.ToString());
    }
}
