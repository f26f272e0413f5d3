using System.Text.Json;
using System.Text.Json.Serialization;
using RelationalPractice.Anonymity;

namespace RelationalPractice.Collation;

/// <summary>The codebook that comes with the product; from then on it is the authority's own.</summary>
public static class ThemeSeeds
{
    public const string ResourceName = "RelationalPractice.Collation.Seeds.themes.en.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<ThemeWording> Wordings()
    {
        using var stream = typeof(ThemeSeeds).Assembly.GetManifestResourceStream(ResourceName)!;
        return JsonSerializer.Deserialize<Codebook>(stream, Format)!.Themes;
    }

    public static IReadOnlyList<Theme> New(Chance chance) => [.. Wordings().Select(wording => Of(wording, chance))];

    public static Theme Of(ThemeWording wording, Chance chance) => new()
    {
        Id = chance.NewId(),
        Name = wording.Name,
        Definition = wording.Definition,
        Component = wording.Component,
        Attribute = wording.Attribute,
        Words = wording.Words,
    };

    private sealed record Codebook(string Version, string Language, IReadOnlyList<ThemeWording> Themes);
}
