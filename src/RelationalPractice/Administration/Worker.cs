namespace RelationalPractice.Administration;

/// <summary>A social worker whom families may speak of. There is no public list of workers.</summary>
public sealed class Worker
{
    public const int NameMaxLength = 100;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required Guid TeamId { get; set; }

    public Team? Team { get; private init; }

    /// <summary>The account with which this worker signs in, if there is one yet.</summary>
    public Guid? StaffMemberId { get; set; }

    /// <summary>The last day in post. Families may still speak of them; nobody signs in as them.</summary>
    public DateOnly? LeftOn { get; set; }
}
