using RelationalPractice.Anonymity;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Anonymity;

public class ChanceTests
{
    [Fact]
    public void NewId_Many_AreRandomAndTellNoTime()
    {
        var chance = new Chance();

        var ids = Enumerable.Range(0, 1000).Select(_ => chance.NewId()).ToList();

        ids.Distinct().Count().ShouldBe(1000);
        ids.ShouldAllBe(id => id.Version == 4);
        ids.Order().SequenceEqual(ids).ShouldBeFalse();
    }

    [Fact]
    public void Bytes_Asked_AreAsManyAndNeverTheSame()
    {
        var chance = new Chance();

        chance.Bytes(32).Length.ShouldBe(32);
        chance.Bytes(32).ShouldNotBe(chance.Bytes(32));
    }
}
