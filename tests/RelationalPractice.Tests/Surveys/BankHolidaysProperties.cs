using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

/// <summary>The file holds what the rules make: proclamation and statute for England, and Gauss's Easter.</summary>
public class BankHolidaysProperties
{
    public static TheoryData<int> Years => [.. Enumerable.Range(BankHolidays.FirstYear, BankHolidays.LastYear - BankHolidays.FirstYear + 1)];

    [Theory]
    [MemberData(nameof(Years))]
    public void All_EachYear_IsWhatTheRulesMake(int year) =>
        BankHolidays.All.Where(day => day.Year == year).Order().ShouldBe(ByRule(year).Order());

    [Fact]
    public void All_OtherYears_AreNotInTheFile() =>
        BankHolidays.All.Select(day => day.Year).Distinct().Order().ShouldBe(Enumerable.Range(BankHolidays.FirstYear, BankHolidays.LastYear - BankHolidays.FirstYear + 1));

    private static List<DateOnly> ByRule(int year)
    {
        var easter = Easter(year);
        var (christmas, boxing) = (new DateOnly(year, 12, 25), new DateOnly(year, 12, 26));
        List<DateOnly> days =
        [
            Working(new DateOnly(year, 1, 1), []),
            easter.AddDays(-2),
            easter.AddDays(1),
            Monday(new DateOnly(year, 5, 1), 1),
            Monday(new DateOnly(year, 5, 31), -1),
            Monday(new DateOnly(year, 8, 31), -1),
        ];
        var kept = Working(christmas, [boxing]);
        return [.. days, kept, Working(boxing, [kept])];
    }

    private static DateOnly Monday(DateOnly from, int step)
    {
        while (from.DayOfWeek != DayOfWeek.Monday) from = from.AddDays(step);
        return from;
    }

    /// <summary>The day itself, or the first working day after it that is not taken.</summary>
    private static DateOnly Working(DateOnly day, DateOnly[] taken)
    {
        if (!IsWeekend(day)) return day;
        while (IsWeekend(day) || taken.Contains(day)) day = day.AddDays(1);
        return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // Gauss, with the two exceptions that the Gregorian calendar needs.
    private static DateOnly Easter(int year)
    {
        var century = year / 100;
        var moon = (15 - ((13 + (8 * century)) / 25) + century - (century / 4)) % 30;
        var fullMoon = ((19 * (year % 19)) + moon) % 30;
        var sunday = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * fullMoon) + ((4 + century - (century / 4)) % 7)) % 7;
        var days = fullMoon + sunday;
        if (fullMoon == 29 && sunday == 6) days = 28;
        if (fullMoon == 28 && sunday == 6 && ((11 * moon) + 11) % 30 < 19) days = 27;
        return new DateOnly(year, 3, 22).AddDays(days);
    }
}
