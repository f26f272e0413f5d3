using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class WorkingDaysTests
{
    [Theory]
    [InlineData("2031-03-17", "2031-03-18")]
    [InlineData("2031-03-20", "2031-03-21")]
    [InlineData("2031-03-21", "2031-03-24")]
    [InlineData("2031-03-22", "2031-03-24")]
    [InlineData("2031-03-23", "2031-03-24")]
    public void After_OrdinaryDay_IsTheNextFromMondayToFriday(string day, string expected) => After(day).ShouldBe(expected);

    [Theory]
    [InlineData("2026-12-24", "2026-12-29")] // Friday Christmas, Monday instead of Saturday's Boxing Day.
    [InlineData("2027-12-24", "2027-12-29")] // Both on a weekend, kept on Monday and Tuesday.
    [InlineData("2033-12-23", "2033-12-28")] // Christmas on a Sunday is kept on Tuesday, after Boxing Day.
    [InlineData("2027-12-31", "2028-01-04")]
    [InlineData("2026-04-02", "2026-04-07")]
    [InlineData("2026-05-22", "2026-05-26")]
    public void After_EveOfABankHoliday_IsTheDayAfterIt(string day, string expected) => After(day).ShouldBe(expected);

    [Fact]
    public void After_PastTheLastYearOfTheFile_KnowsWeekendsOnly()
    {
        var christmasEve = new DateOnly(BankHolidays.LastYear + 3, 12, 24);

        christmasEve.DayOfWeek.ShouldBe(DayOfWeek.Thursday);
        WorkingDays.After(christmasEve).ShouldBe(christmasEve.AddDays(1));
        WorkingDays.After(christmasEve.AddDays(1)).ShouldBe(christmasEve.AddDays(4));
    }

    private static string After(string day) => WorkingDays.After(DateOnly.Parse(day)).ToString("yyyy-MM-dd");
}
