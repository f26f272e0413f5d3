using RelationalPractice.Anonymity;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public sealed class SendingHoursTests
{
    private static readonly SendingHours Hours = new(FromHour: 9, UntilHour: 18);

    // Tuesday 3 March 2026; in winter London's clock is UTC's.
    [Theory]
    [InlineData("2026-03-03 09:00", SafeHours.Any, "2026-03-03 09:00")]
    [InlineData("2026-03-03 17:59", SafeHours.Any, "2026-03-03 17:59")]
    [InlineData("2026-03-03 03:00", SafeHours.Any, "2026-03-03 09:00")]
    [InlineData("2026-03-03 18:00", SafeHours.Any, "2026-03-04 09:00")]
    [InlineData("2026-03-06 18:00", SafeHours.Any, "2026-03-09 09:00")]
    [InlineData("2026-03-07 11:00", SafeHours.Any, "2026-03-09 09:00")]
    [InlineData("2026-03-03 11:59", SafeHours.Mornings, "2026-03-03 11:59")]
    [InlineData("2026-03-03 12:00", SafeHours.Mornings, "2026-03-04 09:00")]
    [InlineData("2026-03-03 09:00", SafeHours.Afternoons, "2026-03-03 12:00")]
    [InlineData("2026-03-03 17:00", SafeHours.Afternoons, "2026-03-04 12:00")]
    [InlineData("2026-03-03 19:30", SafeHours.Evenings, "2026-03-03 19:30")]
    [InlineData("2026-03-03 20:00", SafeHours.Evenings, "2026-03-04 17:00")]
    public void Next_InWinter_IsTheFirstAllowedMoment(string at, SafeHours safe, string next) => Hours.Next(Utc(at), safe).ShouldBe(Utc(next));

    [Fact]
    public void Next_EasterAndItsMonday_WaitsForTuesday() =>
        Hours.Next(Utc("2026-04-02 18:30"), SafeHours.Any).ShouldBe(Utc("2026-04-07 08:00"));

    [Fact]
    public void Next_ClocksGoForward_IsNineOnTheWallOnBothSides()
    {
        // British Summer Time begins on Sunday 29 March 2026.
        Hours.Next(Utc("2026-03-27 03:00"), SafeHours.Any).ShouldBe(Utc("2026-03-27 09:00"));
        Hours.Next(Utc("2026-03-27 18:00"), SafeHours.Any).ShouldBe(Utc("2026-03-30 08:00"));
    }

    [Fact]
    public void Next_AnyMoment_IsAllowedAndNotBefore()
    {
        for (var at = Utc("2026-03-01 00:07"); at < Utc("2026-11-15 00:00"); at = at.AddMinutes(41))
        {
            foreach (var safe in Enum.GetValues<SafeHours>())
            {
                var next = Hours.Next(at, safe);
                next.ShouldBeGreaterThanOrEqualTo(at);
                Hours.Allows(next, safe).ShouldBeTrue();
                var local = LocalTime.Of(next);
                local.Hour.ShouldBeInRange(9, 19);
                BankHolidays.Contains(DateOnly.FromDateTime(local)).ShouldBeFalse();
                local.DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
            }
        }
    }

    private static DateTime Utc(string time) => DateTime.SpecifyKind(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
