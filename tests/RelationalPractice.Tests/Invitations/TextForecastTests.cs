using RelationalPractice.Invitations;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

public sealed class TextForecastTests
{
    [Theory]
    [InlineData(0, 14, 0, 0, "0", "0")]
    [InlineData(5_000, 14, 5_000, 10_000, "0", "0")]
    [InlineData(5_001, 14, 5_001, 10_002, "0", "0.048")]
    [InlineData(14_600, 14, 14_600, 29_200, "110.40", "460.80")]
    [InlineData(14_600, 0, 14_600, 14_600, "110.40", "110.40")]
    public void Of_Rounds_CostWhatIsOverTheFreeTexts(int rounds, int reminder, int fewest, int most, string fewestPounds, string mostPounds)
    {
        var forecast = TextForecast.Of(rounds, segments: 1, new InvitationSettings { ReminderAfterDays = reminder });

        (forecast.FewestTexts, forecast.MostTexts, forecast.FewestPounds, forecast.MostPounds).ShouldBe((fewest, most, Pounds(fewestPounds), Pounds(mostPounds)));
    }

    [Fact]
    public void Of_TwoSegments_CountTwice() => TextForecast.Of(10, segments: 2, new InvitationSettings()).FewestTexts.ShouldBe(20);

    private static decimal Pounds(string pounds) => decimal.Parse(pounds, System.Globalization.CultureInfo.InvariantCulture);
}
