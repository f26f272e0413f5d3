using System.Security.Claims;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <summary>The member of staff who makes this request, as their sign-in says.</summary>
/// <exception cref="InvalidOperationException">On reading anything of it when nobody is signed in.</exception>
public sealed class CurrentStaff(IHttpContextAccessor request, TimeProvider clock)
{
    public Guid Id => Guid.Parse(Claim(ClaimTypes.NameIdentifier));

    public string DisplayName => Claim(ClaimTypes.Name);

    public IReadOnlyList<Role> Roles => [.. Principal.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value)).Order()];

    public bool Has(Role role) => Principal.IsInRole(role.ToString());

    public ChangeContext For(string? reason = null) => new(Id, clock.GetUtcNow().UtcDateTime, reason);

    private ClaimsPrincipal Principal => request.HttpContext?.User ?? throw new InvalidOperationException("There is no request.");

    private string Claim(string type) =>
        Principal.FindFirstValue(type) ?? throw new InvalidOperationException("Nobody is signed in.");
}
