using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class LinkCodeTests
{
    [Fact]
    public void Alphabet_LooksLikeNothingElseAndFormsNoWords()
    {
        LinkCode.Alphabet.ShouldBe(string.Concat(LinkCode.Alphabet.Distinct().Order()));
        LinkCode.Alphabet.ShouldNotContain(character => "01IOLQ".Contains(character) || "AEIOUY".Contains(character));
        foreach (var pair in new[] { "2Z", "5S", "8B", "UV" }) LinkCode.Alphabet.Count(pair.Contains).ShouldBe(1, pair);
    }

    [Theory]
    [InlineData("C4RT7X")]
    [InlineData("c4rt7x")]
    [InlineData(" C4R-T7X ")]
    [InlineData("C4R T7X\r\n")]
    [InlineData("Ｃ４ＲＴ７Ｘ")]
    [InlineData("C٤RT٧X")]
    public void Parse_AsPeopleTypeIt_IsTheCode(string typed) => LinkCode.Parse(typed)!.Value.ShouldBe("C4RT7X");

    [Fact]
    public void Parse_LookAlikes_AreTheCharactersMeant() => LinkCode.Parse("zsbuZS")!.Value.ShouldBe("258V25");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C4RT7")]
    [InlineData("C4RT7XX")]
    [InlineData("C4RT70")]
    [InlineData("C4RT7O")]
    [InlineData("C4RT71")]
    [InlineData("C4RT7Ж")]
    [InlineData("../../")]
    [InlineData("C4RT7\uFFFE")]
    public void Parse_NotACode_IsNone(string? typed) => LinkCode.Parse(typed).ShouldBeNull();

    [Fact]
    public void Parse_HalfASurrogatePair_IsNone() => LinkCode.Parse("C4RT7\uD83D").ShouldBeNull();

    [Fact]
    public void Parse_VeryLongText_IsNone() => LinkCode.Parse(new string(' ', 500) + "C4RT7X").ShouldBeNull();

    [Fact]
    public void FromBytes_BytesThatWouldFavourSomeCharacters_AreDrawnAgain()
    {
        var draws = new Queue<byte[]>([[0, 253, 22, 255, 23, 252], [254, 1], [1, 1]]);

        LinkCode.FromBytes(_ => draws.Dequeue()).Value.ShouldBe("2X2X33");

        draws.ShouldBeEmpty();
    }

    [Fact]
    public void FromBytes_EveryByteOnce_GivesEveryCharacterEquallyOften()
    {
        // Six of one byte make a code of six equal characters or, where the byte is refused, draw on.
        var counts = Enumerable.Range(0, 256)
            .Select(value => LinkCode.FromBytes(Once((byte)value)).Value[0])
            .CountBy(character => character)
            .ToDictionary();

        counts.Remove('2', out var ofTwo);
        counts.Values.ShouldAllBe(count => count == 11);
        counts.Count.ShouldBe(LinkCode.Alphabet.Length - 1);
        ofTwo.ShouldBe(11 + 3, "the three refused bytes were followed by zeros");
    }

    private static Func<int, byte[]> Once(byte value)
    {
        var drawn = false;
        return count =>
        {
            var bytes = new byte[count];
            if (!drawn) Array.Fill(bytes, value);
            drawn = true;
            return bytes;
        };
    }
}
