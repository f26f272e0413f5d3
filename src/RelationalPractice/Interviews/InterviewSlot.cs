namespace RelationalPractice.Interviews;

/// <summary>A time that an interviewer offers, in whole half-hours.</summary>
public sealed class InterviewSlot
{
    public const int StepMinutes = 30;
    public const int LongestMinutes = 180;

    private readonly List<InterviewSlotTime> _times = [];

    public required Guid Id { get; init; }

    public required Guid InterviewerId { get; init; }

    public required DateTime StartsAtUtc { get; init; }

    public required int Minutes { get; init; }

    /// <summary>Each half-hour it takes. The database keeps each once an interviewer, so two offers cannot overlap.</summary>
    public IReadOnlyList<InterviewSlotTime> Times => _times;

    public DateTime EndsAtUtc => StartsAtUtc.AddMinutes(Minutes);

    /// <param name="startsAtUtc">On the hour or half-hour.</param>
    /// <param name="minutes">A whole number of half-hours up to <see cref="LongestMinutes"/>.</param>
    public static InterviewSlot Offer(Guid id, Guid interviewerId, DateTime startsAtUtc, int minutes)
    {
        if (startsAtUtc.Ticks % TimeSpan.FromMinutes(StepMinutes).Ticks != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(startsAtUtc), startsAtUtc, "An interview begins on the hour or half-hour.");
        }

        if (minutes % StepMinutes != 0 || minutes is < StepMinutes or > LongestMinutes)
        {
            throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "An interview takes whole half-hours.");
        }

        var slot = new InterviewSlot { Id = id, InterviewerId = interviewerId, StartsAtUtc = startsAtUtc, Minutes = minutes };
        for (var time = startsAtUtc; time < slot.EndsAtUtc; time = time.AddMinutes(StepMinutes))
        {
            slot._times.Add(new InterviewSlotTime { InterviewerId = interviewerId, AtUtc = time, SlotId = id });
        }

        return slot;
    }
}

/// <summary>One half-hour of one interviewer.</summary>
public sealed class InterviewSlotTime
{
    public required Guid InterviewerId { get; init; }

    public required DateTime AtUtc { get; init; }

    public required Guid SlotId { get; init; }
}
