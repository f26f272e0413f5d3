namespace RelationalPractice.Identity;

/// <summary>
/// One role of one person. It repeats its holder's side, so that a composite foreign key and a check
/// constraint together make the database refuse collation and casework in one person.
/// </summary>
public sealed class StaffRole
{
    public required Guid StaffMemberId { get; init; }

    public required Role Role { get; init; }

    public required Side Side { get; init; }
}
