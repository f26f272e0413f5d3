using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace RelationalPractice.Surveys;

/// <summary>
/// Seals answers that staff write down for a family, in an interview or from a paper form, until they become a response. Other than a
/// family's own draft they rest under the data-protection keys, for they must survive a closed laptop.
/// </summary>
public sealed class SealedContents(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("RelationalPractice.WrittenDown.v1");

    public byte[] Seal(DraftContents contents) => _protector.Protect(contents.ToBytes());

    /// <exception cref="CryptographicException">The keys it was sealed with are gone.</exception>
    public DraftContents Open(byte[] ciphertext) =>
        DraftContents.FromBytes(_protector.Unprotect(ciphertext)) ?? throw new CryptographicException("There is nothing sealed.");
}
