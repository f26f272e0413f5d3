using System.Text.Json;
using System.Xml.Linq;
using RelationalPractice.Testing;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Conventions;

public sealed class DependenciesTests
{
    [Fact]
    public void NuGetTable_EveryPackageWeName_IsListedWithItsVersion()
    {
        var packages = CentralVersions().Concat(Downloads()).Concat(Tools()).Order().ToList();
        packages.Count.ShouldBeGreaterThan(20);

        Documented("NuGet").Order().ShouldBe(packages);
    }

    [Fact]
    public void NpmTable_EveryPackageWeName_IsListedWithItsVersion()
    {
        using var manifest = Json("src", "RelationalPractice.Web", "Assets", "package.json");
        var packages = new[] { "dependencies", "devDependencies" }
            .Where(kind => manifest.RootElement.TryGetProperty(kind, out _))
            .SelectMany(kind => manifest.RootElement.GetProperty(kind).EnumerateObject())
            .Select(package => (package.Name, package.Value.GetString()!))
            .Order()
            .ToList();
        packages.ShouldNotBeEmpty();

        Documented("npm").Order().ShouldBe(packages);
    }

    [Fact]
    public void Versions_EveryOne_IsPinned()
    {
        foreach (var (package, version) in Documented("NuGet").Concat(Documented("npm")))
        {
            version.ShouldMatch(@"^\d+(\.\d+){1,3}$", $"{package} floats");
        }
    }

    private static IEnumerable<(string Name, string Version)> CentralVersions() =>
        XDocument.Load(Repository.PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value));

    private static IEnumerable<(string Name, string Version)> Downloads() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageDownload"))
            .Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value.Trim('[', ']')));

    private static List<(string Name, string Version)> Tools()
    {
        using var manifest = Json(".config", "dotnet-tools.json");
        return [.. manifest.RootElement.GetProperty("tools").EnumerateObject().Select(tool => (tool.Name, tool.Value.GetProperty("version").GetString()!))];
    }

    private static IEnumerable<(string Name, string Version)> Documented(string heading)
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "dependencies.md"))
            .SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
        foreach (var row in rows)
        {
            row.Length.ShouldBe(4, string.Join(" | ", row));
            row.ShouldAllBe(cell => cell.Length > 0);
            yield return (row[0], row[1]);
        }
    }

    private static JsonDocument Json(params string[] path) => JsonDocument.Parse(File.ReadAllText(Repository.PathOf(path)));
}
