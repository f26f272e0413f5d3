using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RelationalPractice.Data;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <summary>
/// Says who has signed in and which roles they hold. The roles are the staff_roles rows alone: Identity's own table of claims is
/// not asked, for the database does not keep collation and casework apart in it.
/// </summary>
internal sealed class StaffPrincipals(PracticeDbContext db, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffMember>
{
    public async Task<ClaimsPrincipal> CreateAsync(StaffMember user)
    {
        var roles = await db.StaffRoles.Where(r => r.StaffMemberId == user.Id).Select(r => r.Role).ToListAsync();
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.DisplayName));
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!));
        identity.AddClaims(roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return new ClaimsPrincipal(identity);
    }
}
