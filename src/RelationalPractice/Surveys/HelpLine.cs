using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>
/// Somebody to call, as dated data: wrong hours harm more than none, so they are hidden once nobody has checked them for half
/// a year. The number stays.
/// </summary>
public sealed record HelpLine(
    string Name, string Telephone, string About, string? Hours, IReadOnlyList<string> Audiences, string Source, DateOnly CheckedOn, string CheckedBy)
{
    public const int DaysUntilCheckIsDue = 90;
    public const int DaysUntilHoursAreHidden = 180;

    public bool CheckIsDue(DateOnly today) => today.DayNumber - CheckedOn.DayNumber > DaysUntilCheckIsDue;

    public string? HoursOn(DateOnly today) => today.DayNumber - CheckedOn.DayNumber > DaysUntilHoursAreHidden ? null : Hours;

    public bool IsFor(Audience audience) => Audiences.Contains(AudienceSlug.Of(audience), StringComparer.Ordinal);

    /// <summary>Those that ship with the product, in the order in which they are shown.</summary>
    public static IReadOnlyList<HelpLine> Seeds()
    {
        using var stream = SurveySeeds.Open("help-lines.en.json");
        return JsonSerializer.Deserialize(stream, HelpLineJson.Default.IReadOnlyListHelpLine) ?? [];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<HelpLine>))]
internal sealed partial class HelpLineJson : JsonSerializerContext;
