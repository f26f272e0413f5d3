using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>
/// The bank holidays of England, on the days on which they are kept (a substitute day where one falls on a weekend). Those that a
/// government adds later, such as a day of mourning, are added to the file.
/// </summary>
public static class BankHolidays
{
    private const string FileName = "bank-holidays.england.json";

    private static readonly FrozenSet<DateOnly> Days = Read();

    public const int FirstYear = 2025;

    /// <summary>After it the file knows none, and only weekends are no working days.</summary>
    public const int LastYear = 2040;

    public static IReadOnlyCollection<DateOnly> All => Days;

    public static bool Contains(DateOnly day) => Days.Contains(day);

    private static FrozenSet<DateOnly> Read()
    {
        using var stream = SurveySeeds.Open(FileName);
        return (JsonSerializer.Deserialize(stream, BankHolidayJson.Default.IReadOnlyListBankHoliday) ?? []).Select(holiday => holiday.Date).ToFrozenSet();
    }
}

internal sealed record BankHoliday(DateOnly Date, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<BankHoliday>))]
internal sealed partial class BankHolidayJson : JsonSerializerContext;
