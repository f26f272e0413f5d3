using RelationalPractice.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public class StopWordTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData(" Stop. ")]
    [InlineData("stop please")]
    [InlineData("Please STOP!!!")]
    [InlineData("S T O P")]
    [InlineData("“Stop”")]
    [InlineData("ＳＴＯＰ")]
    [InlineData("Stopp")]
    [InlineData("STOP texting me, I mean it")]
    [InlineData("STOPALL")]
    [InlineData("UNSUBSCRIBE")]
    [InlineData("un-subscribe")]
    [InlineData("Opt out")]
    public void IsIn_AnySpellingOfStop_IsUnderstood(string text) => StopWord.IsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("Yes")]
    [InlineData("Who is this?")]
    [InlineData("The bus stop was moved")]
    [InlineData("stopwatch")]
    [InlineData("Thank you, she does not stop helping")]
    public void IsIn_AnythingElse_IsNot(string? text) => StopWord.IsIn(text).ShouldBeFalse();
}
