using Microsoft.AspNetCore.Identity;
using RelationalPractice.Auditing;

namespace RelationalPractice.Identity;

/// <summary>A person who signs in. Families never do.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public const int DisplayNameMaxLength = 100;

    private readonly List<StaffRole> _roles = [];

    public required string DisplayName { get; set; }

    /// <summary>Set by the first role that needs a side; the database holds every later role to it.</summary>
    public Side Side { get; private set; }

    public IReadOnlyList<StaffRole> Roles => _roles;

    /// <returns>The audit event to keep with the change.</returns>
    /// <exception cref="RolesExcludeEachOtherException">The role stands on the other side of the wall.</exception>
    public AuditEvent Give(Role role, ChangeContext context)
    {
        var needed = RoleSide.NeededBy(role);
        if (needed != Side.Neither && Side != Side.Neither && needed != Side)
        {
            throw new RolesExcludeEachOtherException(role, Side);
        }

        if (needed != Side.Neither && Side == Side.Neither)
        {
            if (_roles.Count > 0)
            {
                throw new InvalidOperationException("Give the role that needs a side first: roles keep their holder's side.");
            }

            Side = needed;
        }

        if (_roles.TrueForAll(r => r.Role != role))
        {
            _roles.Add(new StaffRole { StaffMemberId = Id, Role = role, Side = Side });
        }

        return AuditEvent.Of(AuditEventKind.RoleGiven, context with { Reason = context.Reason ?? role.ToString() }, Id);
    }
}

public sealed class RolesExcludeEachOtherException(Role role, Side side)
    : Exception($"{role} cannot be given to somebody on the {side} side.");
