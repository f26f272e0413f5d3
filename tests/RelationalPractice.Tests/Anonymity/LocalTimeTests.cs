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

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
