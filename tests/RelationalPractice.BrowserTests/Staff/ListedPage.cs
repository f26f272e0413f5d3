using RelationalPractice.Testing;

namespace RelationalPractice.BrowserTests.Staff;

/// <summary>A row of the table of pages in docs/access.md, which another test holds to the pages that exist.</summary>
internal sealed record ListedPage(string Address, IReadOnlyList<string> Roles)
{
    private const string Everybody = "Everybody";
    private const string EveryRole = "Every role";

    public static IReadOnlyList<ListedPage> All { get; } =
    [
        .. File.ReadLines(Repository.PathOf("docs", "access.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is ["", ['/', ..], _, _, ""])
            .Select(cells => new ListedPage(cells[1], cells[3].Split(", ")))
    ];

    public bool NeedsAnIdentifier => Address.Contains('{', StringComparison.Ordinal);

    public bool IsOpen => Roles.Contains(Everybody, StringComparer.Ordinal);

    /// <summary>To whom signing in as this role opens it.</summary>
    public bool IsFor(string role) => Roles.Contains(EveryRole, StringComparer.Ordinal) || Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>Whether an address on the site is this page's; of two that fit, the one written out is meant.</summary>
    public static ListedPage? Of(string path)
    {
        var parts = path.Split('?', '#')[0].Split('/');
        return All.Where(page => page.Fits(parts)).MinBy(page => page.NeedsAnIdentifier);
    }

    private bool Fits(string[] parts)
    {
        var own = Address.Split('/');
        return own.Length == parts.Length && own.Zip(parts).All(pair => Fits(pair.First, pair.Second));
    }

    /// <summary>"{id}" stands for anything, "qr.{format}" for what begins so.</summary>
    private static bool Fits(string own, string part)
    {
        var open = own.IndexOf('{', StringComparison.Ordinal);
        return open < 0
            ? string.Equals(own, part, StringComparison.OrdinalIgnoreCase)
            : part.Length > open && part.StartsWith(own[..open], StringComparison.OrdinalIgnoreCase);
    }
}
