using RelationalPractice.Web.Pages.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Staff;

public sealed class TypedDayTests
{
    [Theory]
    [InlineData("2026-03-04")]
    [InlineData("4/3/2026")]
    [InlineData("04/03/2026")]
    [InlineData("4.3.2026")]
    [InlineData(" 4 March 2026 ")]
    [InlineData("4 Mar 2026")]
    public void Parse_DayAsPeopleHereWriteIt_IsThatDay(string typed) => TypedDay.Parse(typed).ShouldBe(new DateOnly(2026, 3, 4));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31 February 2026")]
    [InlineData("3/31/2026")]
    [InlineData("yesterday")]
    public void Parse_NoDay_IsNone(string? typed) => TypedDay.Parse(typed).ShouldBeNull();

    [Fact]
    public void Format_Day_IsParsedBack() => TypedDay.Parse(TypedDay.Format(new DateOnly(2026, 3, 4))).ShouldBe(new DateOnly(2026, 3, 4));
}
