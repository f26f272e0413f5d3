using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelationalPractice.Surveys;

namespace RelationalPractice.Administration;

/// <summary>Every leaflet there is a file for: those that ship with the product, and an authority's own folder of them.</summary>
public sealed class LeafletTexts
{
    public const string FilePattern = "leaflet.*.json";

    /// <summary>Always there.</summary>
    public const string DefaultLanguage = "en";

    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<Audience>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<(Audience Audience, string Language), LeafletText> _texts = [];

    /// <summary>In the order of their languages' own names.</summary>
    public IReadOnlyList<LeafletText> All =>
        [.. _texts.Values.OrderBy(text => text.Audience).ThenBy(text => text.LanguageName, StringComparer.InvariantCulture).ThenBy(text => text.Language, StringComparer.Ordinal)];

    /// <param name="folder">An authority's own files; one for an audience and language that ships with the product takes its place.</param>
    /// <exception cref="LeafletFileException">A file that is no leaflet, or a folder that is not there.</exception>
    public static LeafletTexts Load(string? folder = null)
    {
        var texts = new LeafletTexts();
        var assembly = typeof(LeafletTexts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Leaflets.leaflet.", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            texts.Add(file, name);
        }

        foreach (var path in folder is null ? [] : FilesIn(folder))
        {
            using var file = File.OpenRead(path);
            texts.Add(file, path);
        }

        return texts;
    }

    /// <returns>Null where there is no such language.</returns>
    public LeafletText? Find(Audience audience, string language) => _texts.GetValueOrDefault((audience, language));

    public IReadOnlyList<LeafletText> Of(Audience audience) => [.. All.Where(text => text.Audience == audience)];

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, FilePattern).Order(StringComparer.Ordinal)
            : throw new LeafletFileException($"The folder of leaflets is not there: {folder}");

    private void Add(Stream file, string name)
    {
        LeafletText text;
        try
        {
            text = JsonSerializer.Deserialize<LeafletText>(file, FileFormat) ?? throw new JsonException("it is empty");
            _ = CultureInfo.GetCultureInfo(text.Language, predefinedOnly: true);
        }
        catch (Exception wrong) when (wrong is JsonException or CultureNotFoundException)
        {
            throw new LeafletFileException($"{name} is not a leaflet: {wrong.Message}", wrong);
        }

        _texts[(text.Audience, text.Language)] = text;
    }
}

public sealed class LeafletFileException : Exception
{
    public LeafletFileException()
    {
    }

    public LeafletFileException(string message)
        : base(message)
    {
    }

    public LeafletFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
