using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public sealed class TextSegmentsTests
{
    [Theory]
    [InlineData("", 1, 0, 1, true)]
    [InlineData("a", 160, 160, 1, true)]
    [InlineData("a", 161, 161, 2, true)]
    [InlineData("a", 306, 306, 2, true)]
    [InlineData("a", 307, 307, 3, true)]
    [InlineData("€", 80, 160, 1, true)]
    [InlineData("€", 81, 162, 2, true)]
    [InlineData("ł", 70, 70, 1, false)]
    [InlineData("ł", 71, 71, 2, false)]
    [InlineData("ł", 134, 134, 2, false)]
    [InlineData("ł", 135, 135, 3, false)]
    [InlineData("👍", 35, 70, 1, false)]
    [InlineData("👍", 36, 72, 2, false)]
    public void Of_Length_IsCutWhereTheAlphabetSays(string character, int times, int length, int segments, bool plain) =>
        TextSegments.Of(string.Concat(Enumerable.Repeat(character, times))).ShouldBe(new TextSegments(length, segments, plain));

    [Fact]
    public void Of_TwoUnitsAtTheEdge_AreNotTornApart()
    {
        TextSegments.Of(new string('a', 152) + "€" + new string('a', 152)).ShouldBe(new TextSegments(306, 3, IsPlain: true));
        TextSegments.Of(new string('ł', 66) + "👍" + new string('ł', 66)).ShouldBe(new TextSegments(134, 3, IsPlain: false));
    }

    [Theory]
    [InlineData("It’s")]
    [InlineData("naïve")]
    [InlineData("a\tb")]
    [InlineData("a – b")]
    public void Of_OneOtherCharacter_MakesTheWholeTextOther(string text) => TextSegments.Of(text).IsPlain.ShouldBeFalse();

    [Fact]
    public void Of_AnyText_GrowsWithItsLength() => Prop.ForAll(ArbMap.Default.GeneratorFor<NonNull<string>>().ToArbitrary(), text =>
    {
        var one = TextSegments.Of(text.Get);
        var more = TextSegments.Of(text.Get + text.Get);
        more.Segments.ShouldBeGreaterThanOrEqualTo(one.Segments);
        more.Length.ShouldBeGreaterThanOrEqualTo(one.Length);
    }).QuickCheckThrowOnFailure();
}
