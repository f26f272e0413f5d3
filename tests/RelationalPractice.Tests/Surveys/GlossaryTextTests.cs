using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class GlossaryTextTests
{
    [Fact]
    public void Parse_NoMark_IsOnePlainSegment() =>
        GlossaryText.Parse("What about trust?").ShouldBe([new GlossarySegment("What about trust?", TermKey: null)]);

    [Fact]
    public void Parse_Marks_AreSegmentsInOrder() =>
        GlossaryText.Parse("I [[trust|put my trust]] in [[team|them]]").ShouldBe(
        [
            new GlossarySegment("I ", TermKey: null),
            new GlossarySegment("put my trust", "trust"),
            new GlossarySegment(" in ", TermKey: null),
            new GlossarySegment("them", "team"),
        ]);

    [Theory]
    [InlineData("")]
    [InlineData("[[trust|trust")]
    [InlineData("[[|]]")]
    [InlineData("[[[[")]
    public void Plain_WithoutAWholeMark_IsTheTextItself(string text) => GlossaryText.Plain(text).ShouldBe(text);

    [Fact]
    public void Plain_Marks_AreTheirWords() =>
        GlossaryText.Plain("[[alongside|works alongside me]] always").ShouldBe("works alongside me always");
}
