using RelationalPractice.Anonymity;

namespace RelationalPractice.Messaging;

/// <summary>Whether a message that is due may go out now, looked at again in the moment of sending: much may have changed since it was planned.</summary>
public static class SendingRules
{
    private const int LongestWaitMinutes = 360;

    // A quarter more at most.
    private const double Spread = 4.0 * byte.MaxValue;

    public static SendingDecision Decide(SendingFacts facts, SendingHours hours, DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(LocalTime.Of(nowUtc));
        var next = hours.Next(nowUtc, facts.Safe);
        if (facts.OptedOut)
        {
            return SendingDecision.Cancel(WhyNot.OptedOut);
        }

        if (facts.NoLongerNeeded)
        {
            return SendingDecision.Cancel(WhyNot.NoLongerNeeded);
        }

        if (facts.Answered)
        {
            return SendingDecision.Cancel(WhyNot.Answered);
        }

        if (!facts.MayBeReachedSo)
        {
            return SendingDecision.Cancel(WhyNot.MayNotBeReachedSo);
        }

        if (facts.PausedUntil > today)
        {
            return SendingDecision.Cancel(WhyNot.Paused);
        }

        if (facts.LastDay < DateOnly.FromDateTime(LocalTime.Of(next)) || facts.ExpiresAtUtc <= next)
        {
            return SendingDecision.Cancel(WhyNot.TooLate);
        }

        return next == nowUtc ? SendingDecision.Send : SendingDecision.Later(next);
    }

    /// <summary>A minute after the first try, then twice as long each time up to six hours; a little more by chance.</summary>
    public static TimeSpan WaitAfter(int attempts, byte chance)
    {
        var minutes = Math.Min(LongestWaitMinutes, Math.Pow(2, Math.Max(0, attempts - 1)));
        return TimeSpan.FromMinutes(minutes * (1 + chance / Spread));
    }
}

/// <summary>What counts in the moment of sending.</summary>
public sealed record SendingFacts
{
    /// <summary>Nothing may go to this number or address any more.</summary>
    public bool OptedOut { get; init; }

    /// <summary>What it is about was taken back.</summary>
    public bool NoLongerNeeded { get; init; }

    /// <summary>Named feedback came by the invitation's link.</summary>
    public bool Answered { get; init; }

    /// <summary>Not "do not text", or "do not e-mail".</summary>
    public bool MayBeReachedSo { get; init; } = true;

    /// <summary>The later of the person's and the family's.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>On which the link in it still works.</summary>
    public DateOnly? LastDay { get; init; }

    public DateTime? ExpiresAtUtc { get; init; }

    public SafeHours Safe { get; init; }
}

/// <summary>Send now (all null), do not send at all, or not before a time.</summary>
public sealed record SendingDecision
{
    private SendingDecision()
    {
    }

    public static SendingDecision Send { get; } = new();

    /// <summary>One of <see cref="WhyNot"/>.</summary>
    public string? CancelBecause { get; private init; }

    /// <summary>One of <see cref="WhyNot"/>: staff must do something.</summary>
    public string? FailBecause { get; private init; }

    public DateTime? NotBeforeUtc { get; private init; }

    public static SendingDecision Cancel(string because) => new() { CancelBecause = because };

    public static SendingDecision Fail(string because) => new() { FailBecause = because };

    public static SendingDecision Later(DateTime notBeforeUtc) => new() { NotBeforeUtc = notBeforeUtc };
}
