using RelationalPractice.Anonymity;
using RelationalPractice.Demonstration;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed class ArrivalsTests
{
    private const int Responses = 2_000;

    public static TheoryData<DateOnly> EveryDayOfAMonth => [.. Enumerable.Range(1, 30).Select(day => new DateOnly(2026, 11, day)), new DateOnly(2028, 2, 29), new DateOnly(2027, 1, 1)];

    [Theory]
    [MemberData(nameof(EveryDayOfAMonth))]
    public void Of_AnyToday_NothingArrivesTomorrowAndOnlyTheLatestWait(DateOnly today)
    {
        var arrivals = All(today);
        var earliestWaiting = arrivals.Where(a => !a.Read).Min(a => a.Day);

        arrivals.ShouldAllBe(a => a.Day <= today && a.Day >= new DateOnly(today.Year, today.Month, 1).AddMonths(1 - DemonstrationAuthority.Months));
        arrivals.Where(a => a.Read).ShouldAllBe(a => a.Day < earliestWaiting);
        arrivals.Count(a => !a.Read).ShouldBe(28);
    }

    [Theory]
    [MemberData(nameof(EveryDayOfAMonth))]
    public void Of_Waiting_MostAreDueTodayOrLaterAndSomeAreLate(DateOnly today)
    {
        var due = All(today).Where(a => !a.Read).Select(a => WorkingDays.After(a.Day)).ToList();

        due.Count(day => day < today).ShouldBeInRange(1, 5);
        due.Max().ShouldBeLessThanOrEqualTo(WorkingDays.After(today));
    }

    [Fact]
    public void Of_TwoYears_EveryMonthIsThereAndAugustIsQuieterThanOctober()
    {
        var months = All(new DateOnly(2026, 11, 18)).CountBy(a => a.Month).ToDictionary();

        months.Count.ShouldBe(DemonstrationAuthority.Months);
        months.Keys.Max().ShouldBe(new Month(2026, 11));
        months[new Month(2026, 8)].ShouldBeLessThan(months[new Month(2026, 10)] * 2 / 3);
        months[new Month(2025, 8)].ShouldBeLessThan(months[new Month(2025, 10)] * 2 / 3);
    }

    [Fact]
    public void Of_NumbersInOrder_MonthsNeverGoBack()
    {
        var months = All(new DateOnly(2026, 11, 18)).Select(a => a.Month).ToList();

        months.ShouldBe(months.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_VeryFew_StillArrive(int responses)
    {
        var arrivals = new Arrivals(responses, seed: 1, new DateOnly(2026, 11, 18));

        Enumerable.Range(0, responses).Select(number => arrivals.Of(number, new Dice(1)).Day).ShouldAllBe(day => day < new DateOnly(2026, 11, 18));
    }

    private static List<Arrival> All(DateOnly today)
    {
        var arrivals = new Arrivals(Responses, seed: 1, today);
        return [.. Enumerable.Range(0, Responses).Select(number => arrivals.Of(number, Dice.For(1, Dice.Stream.Plans, number)))];
    }
}
