using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RelationalPractice.Anonymity;

/// <summary>
/// The 32 random bytes that only the respondent's cookie holds. The draft's identifier, the key that seals it and the
/// receipt code all derive from it one way, so what rests in the database opens nothing, and sending the same
/// draft twice can only ever give the same receipt.
/// </summary>
public sealed class DraftSecret
{
    public const int Length = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _secret;

    private DraftSecret(byte[] secret) => _secret = secret;

    public Guid DraftId => new(Derive("draft identifier", 16));

    /// <summary>Material for the receipt code shown after sending.</summary>
    public byte[] ReceiptMaterial => Derive("receipt", Length);

    public static DraftSecret New(Chance chance) => new(chance.Bytes(Length));

    /// <returns>Null for anything that is not a secret we could have made.</returns>
    public static DraftSecret? Parse(string? cookie)
    {
        if (cookie is null || !Base64Url.IsValid(cookie, out var length) || length != Length)
        {
            return null;
        }

        return new DraftSecret(Base64Url.DecodeFromChars(cookie));
    }

    public string ToCookie() => Base64Url.EncodeToString(_secret);

    public byte[] Seal(ReadOnlySpan<byte> plain, Chance chance)
    {
        var ciphertext = new byte[NonceLength + TagLength + plain.Length];
        chance.Bytes(NonceLength).CopyTo(ciphertext, 0);
        using var aes = new AesGcm(Derive("draft key", 32), TagLength);
        aes.Encrypt(
            ciphertext.AsSpan(0, NonceLength), plain,
            ciphertext.AsSpan(NonceLength + TagLength), ciphertext.AsSpan(NonceLength, TagLength));
        return ciphertext;
    }

    /// <returns>Null when it was not sealed under this secret.</returns>
    public byte[]? Open(ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length < NonceLength + TagLength)
        {
            return null;
        }

        var plain = new byte[ciphertext.Length - NonceLength - TagLength];
        using var aes = new AesGcm(Derive("draft key", 32), TagLength);
        try
        {
            aes.Decrypt(
                ciphertext[..NonceLength], ciphertext[(NonceLength + TagLength)..], ciphertext.Slice(NonceLength, TagLength), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Derive(string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, length, info: Encoding.UTF8.GetBytes("RelationalPractice " + purpose + " v1"));
}
