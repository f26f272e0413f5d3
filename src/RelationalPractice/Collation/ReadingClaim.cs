namespace RelationalPractice.Collation;

/// <summary>Tells the quality team that somebody has a response open, so that two do not work on it unawares. It hinders nobody.</summary>
public sealed class ReadingClaim
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(20);

    public required Guid ResponseId { get; init; }

    public required Guid StaffMemberId { get; init; }

    public required DateTime UntilUtc { get; init; }
}
