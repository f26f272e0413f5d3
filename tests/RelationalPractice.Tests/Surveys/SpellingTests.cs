using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("okafor", "okafor", 0)]
    [InlineData("okafor", "okofor", 1)]
    [InlineData("okafor", "okfor", 1)]
    [InlineData("okafor", "okaffor", 1)]
    [InlineData("okafor", "okfaor", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_TwoWords_CountsSlipsInEitherOrder(string one, string other, int slips)
    {
        Spelling.Distance(one, other).ShouldBe(slips);
        Spelling.Distance(other, one).ShouldBe(slips);
    }
}
