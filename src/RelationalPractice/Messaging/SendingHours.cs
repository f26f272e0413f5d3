using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Messaging;

/// <summary>
/// When a message may go out: on working days, between two hours on the clock in London, and within the hours that are safe for whoever
/// gets it. Whoever asked for evenings is reached after the authority's own hours, never past eight.
/// </summary>
public sealed record SendingHours(int FromHour, int UntilHour)
{
    private const int Noon = 12;
    private const int Five = 17;
    private const int Eight = 20;

    public bool Allows(DateTime utc, SafeHours safe) => Next(utc, safe) == utc;

    /// <returns>The same moment when it is allowed, otherwise the first one after it that is.</returns>
    public DateTime Next(DateTime utc, SafeHours safe)
    {
        var (from, until) = For(safe);
        var local = LocalTime.Of(utc);
        var day = DateOnly.FromDateTime(local);
        if (IsWorkingDay(day))
        {
            if (local.Hour >= from && local.Hour < until)
            {
                return utc;
            }

            if (local.Hour < from)
            {
                return At(day, from);
            }
        }

        return At(WorkingDays.After(day), from);
    }

    private static bool IsWorkingDay(DateOnly day) => WorkingDays.After(day.AddDays(-1)) == day;

    private static DateTime At(DateOnly day, int hour) => LocalTime.ToUtc(day, new TimeOnly(hour, 0));

    private (int From, int Until) For(SafeHours safe) => safe switch
    {
        SafeHours.Mornings => (Math.Min(FromHour, Noon - 1), Noon),
        SafeHours.Afternoons => (Noon, Five),
        SafeHours.Evenings => (Five, Eight),
        _ => (FromHour, UntilHour),
    };
}
