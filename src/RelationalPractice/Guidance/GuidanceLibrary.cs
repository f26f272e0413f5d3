namespace RelationalPractice.Guidance;

/// <summary>All guidance pages, in their order. They come with the program and are few: they are kept in memory.</summary>
public sealed class GuidanceLibrary(IEnumerable<GuidancePage> pages)
{
    private const string Folder = "RelationalPractice.Guidance.Pages.";
    private const string Extension = ".md";

    public IReadOnlyList<GuidancePage> Pages { get; } = [.. pages.OrderBy(page => page.Order)];

    public static GuidanceLibrary Load()
    {
        var assembly = typeof(GuidanceLibrary).Assembly;
        return new GuidanceLibrary(assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return GuidanceFile.Parse(name[Folder.Length..^Extension.Length], reader.ReadToEnd());
        }));
    }

    public GuidancePage? Find(string slug) => Pages.FirstOrDefault(page => string.Equals(page.Slug, slug, StringComparison.Ordinal));
}
