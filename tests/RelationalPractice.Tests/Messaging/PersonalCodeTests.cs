using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Messaging;

public sealed class PersonalCodeTests
{
    private static readonly ContactKey Key = ContactKey.Of([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void CodeOf_TheSameInvitation_IsTheSameCodeAndNoOther()
    {
        Guid one = Guid.NewGuid(), other = Guid.NewGuid();

        Key.CodeOf(one).ShouldBe(Key.CodeOf(one));
        Key.CodeOf(one).ShouldNotBe(Key.CodeOf(other));
        ContactKey.Of(new byte[32]).CodeOf(one).ShouldNotBe(Key.CodeOf(one));
    }

    [Fact]
    public void CodeOf_Many_HaveEveryCharacterAboutEquallyOften()
    {
        var counts = Enumerable.Range(0, 2_000).SelectMany(_ => Key.CodeOf(Guid.NewGuid()).Value).CountBy(c => c).ToDictionary();

        counts.Keys.Order().ShouldBe(LinkCode.Alphabet.Order());
        // 36,000 characters over 23: about 1,565 each, with a standard deviation of 39.
        counts.Values.ShouldAllBe(count => count > 1_300 && count < 1_830);
    }

    [Fact]
    public void Length_HasEightyBitsOrMore() => Math.Log2(Math.Pow(LinkCode.Alphabet.Length, PersonalCode.Length)).ShouldBeGreaterThan(80);

    [Fact]
    public void Parse_AsTypedFromALetter_IsTheCode()
    {
        var code = Key.CodeOf(Guid.NewGuid());
        var typed = $" {code.Value[..6].ToLowerInvariant()}-{code.Value[6..12]} {code.Value[12..].Replace('5', 'S')} ";

        PersonalCode.Parse(typed).ShouldBe(code);
        Key.HashOf(PersonalCode.Parse(typed)!).ShouldBe(Key.HashOf(code));
    }

    [Theory]
    [InlineData("CHT222")]
    [InlineData(null)]
    [InlineData("AAAAAAAAAAAAAAAAAA")]
    public void Parse_NoPersonalCode_IsNone(string? typed) => PersonalCode.Parse(typed).ShouldBeNull();

    [Fact]
    public void HashOfName_CapitalsAccentsAndGaps_AreTheSame()
    {
        Key.HashOfName("  Zoë O’Neill ").ShouldBe(Key.HashOfName("ZOE ONEILL"));
        Key.HashOfName("Zoë").ShouldNotBe(Key.HashOfName("Zara"));
        Key.HashOfName("Zoë").ShouldNotBe(Key.HashOfReference("Zoë"));
    }
}
