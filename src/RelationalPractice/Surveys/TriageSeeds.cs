using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>The list of words that a new authority starts with, and the everyday words that are never taken for a slip of a listed one.</summary>
public static class TriageSeeds
{
    private static readonly TriageFile File = Read();

    public static IReadOnlyList<string> Words => File.Words;

    public static FrozenSet<string> Everyday { get; } = File.Everyday.ToFrozenSet(StringComparer.Ordinal);

    private static TriageFile Read()
    {
        using var stream = SurveySeeds.Open("triage-words.en.json");
        return JsonSerializer.Deserialize(stream, TriageFileJson.Default.TriageFile) ?? throw new JsonException("The list of words is an object.");
    }
}

internal sealed record TriageFile(IReadOnlyList<string> Words, IReadOnlyList<string> Everyday);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TriageFile))]
internal sealed partial class TriageFileJson : JsonSerializerContext;
