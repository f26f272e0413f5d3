using RelationalPractice.Testing.Hosting;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Testing;

public sealed class ManualClockTests
{
    private static readonly DateTimeOffset Start = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Advance_PastTwoTimers_RingsThemInTheirOrderEachAtItsTime()
    {
        var clock = new ManualClock(Start);
        var rung = new List<(string, DateTimeOffset)>();
        await using var second = clock.CreateTimer(_ => rung.Add(("second", clock.GetUtcNow())), state: null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan);
        await using var first = clock.CreateTimer(_ => rung.Add(("first", clock.GetUtcNow())), state: null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(5));

        rung.ShouldBe([("first", Start.AddMinutes(1)), ("second", Start.AddMinutes(2))]);
        clock.GetUtcNow().ShouldBe(Start.AddMinutes(5));
    }

    [Fact]
    public async Task Advance_InTheRunnersThreads_RingsOutsideThem()
    {
        var clock = new ManualClock(Start);
        var around = SynchronizationContext.Current ?? new SynchronizationContext();
        SynchronizationContext? within = around;
        await using var timer = clock.CreateTimer(_ => within = SynchronizationContext.Current, state: null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        SynchronizationContext.SetSynchronizationContext(around);

        clock.Advance(TimeSpan.FromMinutes(1));

        within.ShouldBeNull();
        SynchronizationContext.Current.ShouldBe(around);
    }
}
