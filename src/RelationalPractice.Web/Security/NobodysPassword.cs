using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RelationalPractice.Anonymity;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <summary>A password that nobody has, verified where there is no account, so that the answer takes as long.</summary>
public sealed class NobodysPassword
{
    private readonly PasswordHasher<StaffMember> _hasher;
    private readonly StaffMember _nobody = new() { DisplayName = "" };
    private readonly string _hash;

    public NobodysPassword(Chance chance, IOptions<PasswordHasherOptions> options)
    {
        _hasher = new PasswordHasher<StaffMember>(options);
        _hash = _hasher.HashPassword(_nobody, Convert.ToBase64String(chance.Bytes(32)));
    }

    public void Try(string password) => _hasher.VerifyHashedPassword(_nobody, _hash, password);
}
