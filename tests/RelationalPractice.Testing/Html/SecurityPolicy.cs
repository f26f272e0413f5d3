namespace RelationalPractice.Testing.Html;

/// <summary>A Content-Security-Policy header, read to see that it lets nothing in but this site's own files.</summary>
internal sealed class SecurityPolicy
{
    private static readonly (string Directive, string Source)[] Required =
    [
        ("default-src", "'none'"), ("base-uri", "'none'"), ("frame-ancestors", "'none'"), ("form-action", "'self'"), ("script-src", "'self'")
    ];

    private readonly Dictionary<string, string[]> _directives;

    private SecurityPolicy(Dictionary<string, string[]> directives) => _directives = directives;

    public static SecurityPolicy Parse(string header) => new(header
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(directive => directive.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal));

    public bool Allows(string directive, string source) =>
        _directives.TryGetValue(directive, out var sources) && sources.Contains(source, StringComparer.Ordinal);

    public IEnumerable<string> Problems()
    {
        foreach (var (directive, source) in Required)
        {
            if (!_directives.TryGetValue(directive, out var sources) || sources is not [var only] || only != source)
            {
                yield return $"The security policy's {directive} is not {source} alone";
            }
        }

        foreach (var (directive, sources) in _directives)
        {
            foreach (var source in sources)
            {
                var isHash = directive == "style-src" && source.StartsWith("'sha256-", StringComparison.Ordinal);
                if (source is not ("'none'" or "'self'") && !isHash)
                {
                    yield return $"The security policy lets {directive} reach {source}";
                }
            }
        }
    }
}
