using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SlugTests
{
    [Fact]
    public void Parse_SlugOfEveryAudience_IsThatAudience() =>
        Enum.GetValues<Audience>().ShouldAllBe(audience => AudienceSlug.Parse(AudienceSlug.Of(audience)) == audience);

    [Fact]
    public void Parse_SlugOfEveryTier_IsThatTier() =>
        Enum.GetValues<Tier>().ShouldAllBe(tier => TierSlug.Parse(TierSlug.Of(tier)) == tier);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Named")]
    [InlineData("0")]
    [InlineData("named,anonymous")]
    public void Parse_ForgedSlug_IsNone(string? slug)
    {
        TierSlug.Parse(slug).ShouldBeNull();
        AudienceSlug.Parse(slug).ShouldBeNull();
    }
}
