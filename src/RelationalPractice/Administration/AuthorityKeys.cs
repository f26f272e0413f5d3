using Microsoft.AspNetCore.DataProtection;
using RelationalPractice.Anonymity;

namespace RelationalPractice.Administration;

/// <summary>Makes and opens the authority's own key for receipt codes.</summary>
public sealed class AuthorityKeys(IDataProtectionProvider provider, Chance chance)
{
    private readonly IDataProtector _protector = provider.CreateProtector("RelationalPractice.ReceiptKey.v1");

    public ProtectedText NewReceiptKey() => new(_protector.Protect(chance.Bytes(32)));

    public byte[] Open(ProtectedText receiptKey) => _protector.Unprotect(receiptKey.Ciphertext);
}
