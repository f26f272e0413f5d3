namespace RelationalPractice.Web.Tests.Staff;

/// <summary>The real time and however much a test has let pass since.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
