namespace RelationalPractice.Administration;

/// <summary>Who manages a team: that is whose released feedback a manager may read.</summary>
public sealed class TeamManager
{
    public required Guid TeamId { get; init; }

    public required Guid StaffMemberId { get; init; }
}
