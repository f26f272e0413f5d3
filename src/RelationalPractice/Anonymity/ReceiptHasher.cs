using System.Security.Cryptography;
using System.Text;

namespace RelationalPractice.Anonymity;

/// <summary>
/// Hashes receipt codes with the authority's own key and many rounds, the same code always to the same hash, so that a code
/// finds its response but a copy of the database finds no codes.
/// </summary>
public static class ReceiptHasher
{
    /// <summary>About a millisecond of one core (docs/decisions/0004-receipt-codes.md).</summary>
    public const int Rounds = 4_000;

    public const int HashLength = 32;

    /// <param name="digits">The sixteen digits without spaces.</param>
    public static byte[] Hash(string digits, ReadOnlySpan<byte> receiptKey) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(digits), receiptKey, Rounds, HashAlgorithmName.SHA256, HashLength);
}
