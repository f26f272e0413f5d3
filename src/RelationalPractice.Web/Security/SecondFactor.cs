using Microsoft.AspNetCore.Identity;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <param name="Required">Nobody signs in by password alone.</param>
public sealed record SecondFactorRule(bool Required);

/// <summary>Six digits from an authenticator app (RFC 6238), or a recovery code where the app is lost.</summary>
public sealed class SecondFactor(UserManager<StaffMember> staff)
{
    public const int RecoveryCodes = 8;

    private const string Provider = "RelationalPractice";
    private const string LastCode = "LastCode";

    /// <summary>Makes the key an app will be given, where there is none yet.</summary>
    public async Task PrepareAsync(StaffMember member)
    {
        if (await staff.GetAuthenticatorKeyAsync(member) is null)
        {
            Check(await staff.ResetAuthenticatorKeyAsync(member));
        }
    }

    public async Task<string> KeyAsync(StaffMember member) =>
        await staff.GetAuthenticatorKeyAsync(member) ?? throw new InvalidOperationException("There is no key: it is made when the password is right.");

    /// <summary>A right code counts once: nobody who saw it typed can use it again.</summary>
    public async Task<bool> IsRightAsync(StaffMember member, string code)
    {
        var digits = Tidy(code);
        if (!await IsFromAppAsync(member, digits))
        {
            return (await staff.RedeemTwoFactorRecoveryCodeAsync(member, digits.ToUpperInvariant())).Succeeded;
        }

        return await staff.GetAuthenticationTokenAsync(member, Provider, LastCode) != digits
            && (await staff.SetAuthenticationTokenAsync(member, Provider, LastCode, digits)).Succeeded;
    }

    /// <returns>Recovery codes, to be shown this once; null when the code is not the app's.</returns>
    public async Task<IReadOnlyList<string>?> SetUpAsync(StaffMember member, string code)
    {
        var digits = Tidy(code);
        if (!await IsFromAppAsync(member, digits))
        {
            return null;
        }

        Check(await staff.SetTwoFactorEnabledAsync(member, enabled: true));
        Check(await staff.SetAuthenticationTokenAsync(member, Provider, LastCode, digits));
        return [.. (await staff.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes))!];
    }

    private Task<bool> IsFromAppAsync(StaffMember member, string digits) =>
        staff.VerifyTwoFactorTokenAsync(member, TokenOptions.DefaultAuthenticatorProvider, digits);

    // Apps show the six digits with a space in the middle.
    private static string Tidy(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
        }
    }
}
