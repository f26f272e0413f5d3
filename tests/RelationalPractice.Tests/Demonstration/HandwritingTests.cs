using RelationalPractice.Demonstration;
using RelationalPractice.Demonstration.Words;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed class HandwritingTests
{
    private const string Typed = "She listens to me. I didn't believe it. Sarah always rings back because she said so.";

    [Fact]
    public void Write_ManyHands_TypeInManyWays()
    {
        var written = Enumerable.Range(0, 400).Select(number =>
        {
            var dice = Dice.For(1, Dice.Stream.Words, number);
            return new Handwriting(Speakers.Teenager, dice).Write(Typed, Tone.Praise, dice);
        }).ToList();

        written.Distinct().Count().ShouldBeGreaterThan(60);
        written.ShouldContain(Typed);
        written.ShouldContain(text => text.All(c => !char.IsUpper(c)));
        written.ShouldContain(text => text.Contains("didnt", StringComparison.Ordinal));
        written.ShouldContain(text => text.Contains("beleive", StringComparison.Ordinal));
        written.ShouldContain(text => text.Any(char.IsSurrogate));
    }

    [Theory]
    [InlineData("She rang back.", "she rang back.")]
    [InlineData("It's fine.", "it's fine.")]
    [InlineData("Sarah rang back.", "Sarah rang back.")]
    [InlineData("I rang back.", "I rang back.")]
    [InlineData("Fine", "Fine")]
    public void SmallFirstLetter_NamesAndI_KeepTheirs(string sentence, string expected) =>
        Handwriting.SmallFirstLetter(sentence).ShouldBe(expected);
}
