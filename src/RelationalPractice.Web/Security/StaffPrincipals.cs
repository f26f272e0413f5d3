using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <summary>
/// Says who has signed in and which roles they hold. The roles are the staff_roles rows alone: Identity's own table of claims is
/// not asked, for the database does not keep collation and casework apart in it.
/// </summary>
internal sealed class StaffPrincipals(PracticeDbContext db) : IUserClaimsPrincipalFactory<StaffMember>
{
    /// <summary>Changes with the password and the second factor, and so ends every session opened before.</summary>
    public const string StampClaim = "stamp";

    public async Task<ClaimsPrincipal> CreateAsync(StaffMember user)
    {
        var roles = await db.StaffRoles.Where(r => r.StaffMemberId == user.Id).Select(r => r.Role).ToListAsync();
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new Claim(ClaimTypes.Name, user.DisplayName),
                new Claim(StampClaim, user.SecurityStamp!),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            ],
            IdentityConstants.ApplicationScheme));
    }
}
