namespace RelationalPractice.Identity;

/// <summary>What a member of staff may do (docs/access.md). Stored by name: never rename, only add.</summary>
public enum Role
{
    Administrator,
    QualityAssurance,
    Manager,
    Worker,
    Interviewer,
    Facilitator,
    BoardMember,
    SeniorManager,
    DataProtectionOfficer,
}

/// <summary>
/// Which side of the wall a person stands on. Who collates families' words holds no casework role
/// (the framework: quality assurance staff "not involved in direct social work").
/// </summary>
public enum Side
{
    Neither,
    Collation,
    Casework,
}

public static class RoleSide
{
    /// <summary>The side a role needs its holder to stand on; <see cref="Side.Neither"/> when it does not matter.</summary>
    public static Side NeededBy(Role role) => role switch
    {
        Role.QualityAssurance => Side.Collation,
        Role.Manager or Role.Worker => Side.Casework,
        _ => Side.Neither,
    };
}
