using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace RelationalPractice.Anonymity;

/// <summary>Seals and opens names, contacts and typed worker names under the authority's data-protection keys.</summary>
public sealed class PersonalDataProtector(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("RelationalPractice.PersonalData.v1");

    /// <returns>Null when there is nothing to keep (null or white space).</returns>
    public ProtectedText? Protect(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new ProtectedText(_protector.Protect(Encoding.UTF8.GetBytes(text)));

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys it was sealed with are gone.</exception>
    public string? Reveal(ProtectedText? sealedText) =>
        sealedText is null ? null : Encoding.UTF8.GetString(_protector.Unprotect(sealedText.Ciphertext));
}
