using RelationalPractice.Collation;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Names of schools to propose for hiding: the authority's own list (setting Collation:SchoolsFile), or the one that comes with the product.</summary>
public sealed class SchoolNames(IConfiguration configuration)
{
    private readonly Lazy<IReadOnlyList<string>> _all = new(() => configuration["Collation:SchoolsFile"] is { Length: > 0 } file
        ? CollationSeeds.LinesOf(File.ReadAllText(file))
        : CollationSeeds.Lines("schools"));

    public IReadOnlyList<string> All => _all.Value;
}
