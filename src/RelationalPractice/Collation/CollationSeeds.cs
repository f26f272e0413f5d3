using System.Reflection;

namespace RelationalPractice.Collation;

/// <summary>The word lists that come with the product (Collation/Seeds): one entry a line, "#" begins a remark.</summary>
public static class CollationSeeds
{
    public static IReadOnlyList<string> Lines(string name)
    {
        var resource = $"{typeof(CollationSeeds).Namespace}.Seeds.{name}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is missing.");
        using var reader = new StreamReader(stream);
        return LinesOf(reader.ReadToEnd());
    }

    public static IReadOnlyList<string> LinesOf(string file) =>
        [.. file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
}
