namespace RelationalPractice.Anonymity;

/// <summary>Days and months are those of the families' clock on the wall, not UTC's.</summary>
public static class LocalTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);

    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, London);

    /// <summary>The moment of a time on the wall: the first where the clocks go back over it, an hour later where they skip it.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (London.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return London.IsAmbiguousTime(local)
            ? DateTime.SpecifyKind(local - London.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(local, London);
    }
}
