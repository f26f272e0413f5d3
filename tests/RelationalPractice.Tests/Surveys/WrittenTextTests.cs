using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class WrittenTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\u00A0\u2003 ")]
    [InlineData("\0\u0007\u009F")]
    [InlineData("\uFEFF\u200B\u200F")]
    public void Clean_NothingToSee_IsEmpty(string? typed) => WrittenText.Clean(typed).ShouldBe("");

    [Theory]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\ntwo")]
    [InlineData("one\vtwo")]
    [InlineData("one\ftwo")]
    [InlineData("one\u0085two")]
    [InlineData("one\u2028two")]
    [InlineData("one\u2029two")]
    public void Clean_AnyLineBreak_IsOneLineFeed(string typed) => WrittenText.Clean(typed).ShouldBe("one\ntwo");

    [Theory]
    [InlineData("one\r\n\r\ntwo", "one\n\ntwo")]
    [InlineData("one\n\rtwo", "one\n\ntwo")]
    [InlineData("one\r\rtwo", "one\n\ntwo")]
    public void Clean_EmptyLines_Stay(string typed, string expected) => WrittenText.Clean(typed).ShouldBe(expected);

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u001Bb\u007Fc\u0080d", "abcd")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    public void Clean_ControlCharacter_IsLeftOut(string typed, string expected) => WrittenText.Clean(typed).ShouldBe(expected);

    // Not a theory: attributes hold UTF-8 and cannot carry half a pair.
    [Fact]
    public void Clean_HalfASurrogatePair_IsReplaced()
    {
        WrittenText.Clean("a\uD83D").ShouldBe("a\uFFFD");
        WrittenText.Clean("\uDE00a").ShouldBe("\uFFFDa");
        WrittenText.Clean("\uDE00\uD83D").ShouldBe("\uFFFD\uFFFD");
    }

    [Theory]
    [InlineData("Mam 😀 👩🏽‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    [InlineData("هي تستمع إلينا")]
    [InlineData("\u200Fשלום\u200E (a) \u2067ב\u2069")]
    [InlineData("她听我们说话")]
    [InlineData("<script>alert('1')</script> & \"=1+1\"")]
    public void Clean_WordsOfAnyScript_StayAsTheyAre(string typed) => WrittenText.Clean(typed).ShouldBe(typed);

    [Fact]
    public void Clean_LetterAndAccentApart_AreComposed() => WrittenText.Clean("Zoe\u0308").ShouldBe("Zo\u00EB");

    [Fact]
    public void Clean_AccentBehindAControlCharacter_IsComposedToo() => WrittenText.Clean("Zoe\0\u0308").ShouldBe("Zo\u00EB");

    [Fact]
    public void CleanLine_LineBreaks_AreSpaces() => WrittenText.CleanLine("\nMary\r\nAnn\n").ShouldBe("Mary Ann");
}
