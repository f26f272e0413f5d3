using RelationalPractice.Collation;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class CodedStretchTests
{
    private const string Text = "We 👨‍👩‍👧 were\nheard 😀, then heard again.";

    [Fact]
    public void Find_WordsAfterAnEmoji_CountsCodePoints()
    {
        var (stretch, finding) = CodedStretch.Find("😀 she listens", "she");

        finding.ShouldBe(CodedStretch.Finding.Once);
        stretch.ShouldBe(new CodedStretch(2, 5));
        stretch.Of("😀 she listens").ShouldBe("she");
    }

    [Fact]
    public void Find_ANewLineTypedAsSpace_IsFound()
    {
        var (stretch, finding) = CodedStretch.Find(Text, "were heard");

        finding.ShouldBe(CodedStretch.Finding.Once);
        stretch.Of(Text).ShouldBe("were\nheard");
        stretch.Holds(Text, "were heard").ShouldBeTrue();
    }

    [Theory]
    [InlineData("heard", CodedStretch.Finding.MoreThanOnce)]
    [InlineData("Heard", CodedStretch.Finding.Nowhere)]
    [InlineData("not there", CodedStretch.Finding.Nowhere)]
    [InlineData("\uDE00", CodedStretch.Finding.Nowhere)]
    [InlineData("heard \uD83D", CodedStretch.Finding.Nowhere)]
    public void Find_NoOnePlace_SaysWhy(string words, CodedStretch.Finding expected) =>
        CodedStretch.Find(Text, words).Finding.ShouldBe(expected);

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(0, 1000)]
    public void FitsIn_OutsideTheText_DoesNot(int start, int end) => new CodedStretch(start, end).FitsIn(Text).ShouldBeFalse();

    [Fact]
    public void Truncate_OverAnEmoji_LeavesItWhole() => CodedStretch.Truncate("ab😀", 3).ShouldBe("ab");
}
