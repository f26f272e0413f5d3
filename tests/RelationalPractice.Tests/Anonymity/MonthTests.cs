using RelationalPractice.Anonymity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Anonymity;

public class MonthTests
{
    [Theory]
    [InlineData(2031, 3, 1, 203103)]
    [InlineData(2031, 3, 31, 203103)]
    [InlineData(2032, 2, 29, 203202)]
    [InlineData(2000, 1, 1, 200001)]
    [InlineData(9999, 12, 31, 999912)]
    public void Of_AnyDay_KeepsNothingOfTheDay(int year, int month, int day, int value)
    {
        var of = Month.Of(new DateOnly(year, month, day));

        of.Value.ShouldBe(value);
        (of.Year, of.Number).ShouldBe((year, month));
        Month.FromValue(value).ShouldBe(of);
    }

    [Theory]
    [InlineData(1999, 12)]
    [InlineData(10000, 1)]
    [InlineData(2031, 0)]
    [InlineData(2031, 13)]
    public void Month_ThatIsNone_IsRefused(int year, int number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Month(year, number));

    [Theory]
    [InlineData(0)]
    [InlineData(203100)]
    [InlineData(203113)]
    [InlineData(20310314)]
    [InlineData(-203101)]
    public void FromValue_ThatIsNone_IsRefused(int value) => Should.Throw<ArgumentOutOfRangeException>(() => Month.FromValue(value));

    [Fact]
    public void Compare_Months_StandInTheirOrder()
    {
        var (december, january) = (new Month(2030, 12), new Month(2031, 1));

        (december < january, december <= january, january > december, january >= december).ShouldBe((true, true, true, true));
        (january < december, january <= december, december > january, december >= january).ShouldBe((false, false, false, false));
        (january <= new Month(2031, 1), january >= new Month(2031, 1)).ShouldBe((true, true));
        new[] { january, december }.Order().ShouldBe([december, january]);
    }

    [Fact]
    public void ToString_AnyMonth_IsReadAsPeopleSayIt() => new Month(2031, 3).ToString().ShouldBe("March 2031");
}
