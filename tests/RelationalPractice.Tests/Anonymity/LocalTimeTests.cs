using RelationalPractice.Anonymity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Anonymity;

public class LocalTimeTests
{
    [Theory]
    [InlineData("2031-01-31T23:59:59Z", 2031, 1, 31)]
    [InlineData("2031-02-01T00:00:00Z", 2031, 2, 1)]
    [InlineData("2031-06-30T22:59:59Z", 2031, 6, 30)]
    [InlineData("2031-06-30T23:00:00Z", 2031, 7, 1)]
    public void Today_AroundMidnight_IsTheDayOnTheFamiliesWall(string utc, int year, int month, int day) =>
        LocalTime.Today(new Stopped(DateTimeOffset.Parse(utc))).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("2026-01-15", "09:00", "2026-01-15T09:00:00Z")]
    [InlineData("2026-07-15", "09:00", "2026-07-15T08:00:00Z")]
    // The clocks skip from one to two on 29 March.
    [InlineData("2026-03-29", "01:30", "2026-03-29T01:30:00Z")]
    // They go back from two to one on 25 October: half past one comes twice.
    [InlineData("2026-10-25", "01:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T02:30:00Z")]
    public void ToUtc_TimeOnTheWall_IsItsFirstMoment(string day, string time, string utc)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        var moment = LocalTime.ToUtc(DateOnly.Parse(day, culture), TimeOnly.Parse(time, culture));

        moment.ShouldBe(DateTimeOffset.Parse(utc, culture).UtcDateTime);
        moment.Kind.ShouldBe(DateTimeKind.Utc);
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
