using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Supervision;

/// <summary>
/// Questions for a worker and a manager to think about with one family's feedback. They are offered, never asked for: nothing records whether
/// they were used.
/// </summary>
public sealed class Prompts(IReadOnlyList<Prompt> all)
{
    public const int MostBesideALowScore = 3;
    public const int MostBesideHighScores = 2;

    private const string SeedName = "RelationalPractice.Supervision.Seeds.prompts.en.json";

    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<PromptOccasion>(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public IReadOnlyList<Prompt> All => all;

    public static Prompts Load()
    {
        using var file = typeof(Prompts).Assembly.GetManifestResourceStream(SeedName) ?? throw new InvalidOperationException($"{SeedName} is not in the program.");
        return new Prompts(JsonSerializer.Deserialize<List<Prompt>>(file, FileFormat)!);
    }

    /// <summary>
    /// Up to three beside each low score, up to two in all beside high ones, and always one about what the organisation does to support the
    /// worker. The same feedback is always offered the same prompts.
    /// </summary>
    public OfferedPrompts For(FeedbackReading reading)
    {
        var beside = new Dictionary<string, IReadOnlyList<Prompt>>(StringComparer.Ordinal);
        foreach (var item in reading.Scores.Where(item => item.IsLow))
        {
            beside[item.Key] = [.. Fitting(PromptOccasion.LowScore, item).Take(MostBesideALowScore)];
        }

        var offered = new HashSet<Prompt>();
        foreach (var item in reading.Scores.Where(item => item.IsHigh).TakeWhile(_ => offered.Count < MostBesideHighScores))
        {
            if (Fitting(PromptOccasion.HighScore, item).FirstOrDefault(prompt => !offered.Contains(prompt)) is { } prompt)
            {
                beside[item.Key] = [prompt];
                offered.Add(prompt);
            }
        }

        var support = all.Where(prompt => prompt.Occasion == PromptOccasion.Support).ToList();
        return new OfferedPrompts(beside, support.Find(prompt => reading.Scores.Any(item => item.IsLow && prompt.IsAbout(item))) ?? support[0]);
    }

    private IEnumerable<Prompt> Fitting(PromptOccasion occasion, ItemScore item) =>
        all.Where(prompt => prompt.Occasion == occasion && prompt.IsAbout(item));
}

/// <param name="About">Keys of attributes and dials; for support, of low scores beside which it comes first.</param>
/// <param name="Source">Whose thought it is.</param>
/// <param name="Guidance">Page and heading, as "page#heading".</param>
public sealed record Prompt(string Key, PromptOccasion Occasion, IReadOnlyList<string> About, string Text, string Source, string Guidance)
{
    public bool IsAbout(ItemScore item) => About.Contains(item.Key, StringComparer.Ordinal);
}

public enum PromptOccasion
{
    LowScore,
    HighScore,

    /// <summary>What the organisation does: caseload, time, manager.</summary>
    Support,
}

/// <param name="Beside">By the key of the scored item.</param>
public sealed record OfferedPrompts(IReadOnlyDictionary<string, IReadOnlyList<Prompt>> Beside, Prompt Support)
{
    public IReadOnlyList<Prompt> For(string itemKey) => Beside.GetValueOrDefault(itemKey) ?? [];
}
