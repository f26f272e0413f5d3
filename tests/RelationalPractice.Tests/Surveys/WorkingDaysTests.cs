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
    [InlineData("2031-12-31", "2032-01-01")]
    public void After_AnyDay_IsTheNextFromMondayToFriday(string day, string expected) =>
        WorkingDays.After(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(expected));
}
