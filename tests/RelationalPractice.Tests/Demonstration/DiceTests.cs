using RelationalPractice.Demonstration;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed class DiceTests
{
    // The published first numbers of SplitMix64 from 1234567: whoever changes the generator changes every demonstration.
    [Fact]
    public void Next_KnownSeed_GivesTheAlgorithmsOwnNumbers()
    {
        var dice = new Dice(1234567);

        new[] { dice.Next(), dice.Next(), dice.Next() }.ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void For_AnotherNumberStreamOrSeed_ThrowsDifferently()
    {
        var first = new[]
        {
            Dice.For(1, Dice.Stream.Words).Next(),
            Dice.For(1, Dice.Stream.Words, 1).Next(),
            Dice.For(1, Dice.Stream.Plans).Next(),
            Dice.For(2, Dice.Stream.Words).Next(),
            Dice.For(-1, Dice.Stream.Words).Next(),
        };

        first.Distinct().Count().ShouldBe(first.Length);
    }

    [Fact]
    public void Id_Many_AreOfVersionFourAndDiffer()
    {
        var ids = Enumerable.Range(0, 10_000).Select(number => Dice.For(1, Dice.Stream.Rows, number).Id()).ToList();

        ids.ShouldAllBe(id => id.Version == 4 && (id.Variant & 0b1100) == 0b1000);
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void Below_Many_ReachesBothEndsAndNothingOutside()
    {
        var dice = new Dice(5);
        var thrown = Enumerable.Range(0, 1_000).Select(_ => dice.Below(6)).ToList();

        thrown.Distinct().Order().ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Weighted_ZeroWeight_IsNeverChosen()
    {
        var dice = new Dice(6);
        var chosen = Enumerable.Range(0, 1_000).Select(_ => dice.Weighted(1, 0, 3)).ToList();

        chosen.ShouldNotContain(1);
        chosen.Count(c => c == 2).ShouldBeInRange(680, 820);
    }

    [Fact]
    public void Bytes_AnyCount_GivesThatMany() => new Dice(7).Bytes(33).Length.ShouldBe(33);
}
