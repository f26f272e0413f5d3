using System.Security.Cryptography;
using System.Text;
using RelationalPractice.Anonymity;

namespace RelationalPractice.Messaging;

/// <summary>
/// The authority's own key for looking up names, numbers and addresses that rest encrypted, and for drawing personal codes that rest
/// nowhere at all. A copy of the database without the data-protection keys finds neither.
/// </summary>
public sealed class ContactKey
{
    public const int HashLength = 32;

    private readonly byte[] _key;

    private ContactKey(byte[] key) => _key = key;

    /// <param name="receiptKey">The authority's one secret, opened: this key derives from it one way.</param>
    public static ContactKey Of(byte[] receiptKey) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, receiptKey, HashLength, info: "RelationalPractice contacts v1"u8.ToArray()));

    public byte[] HashOf(TelephoneNumber number) => Hash("telephone", number.International);

    public byte[] HashOf(EmailAddress address) => Hash("email", address.Normalised);

    /// <summary>Of a name: the same whatever its capitals, accents and gaps.</summary>
    public byte[] HashOfName(string name) => Hash("name", Plain(name));

    /// <summary>Of a family's reference in the case system, which itself is not kept.</summary>
    public byte[] HashOfReference(string reference) => Hash("reference", Plain(reference));

    /// <summary>The code of a personal link, always the same for the same invitation or interview.</summary>
    public PersonalCode CodeOf(Guid id)
    {
        var drawn = 0;
        return PersonalCode.FromBytes(count =>
        {
            // As many bytes as are asked for, however often: each time of another number.
            var bytes = Hash("personal code", $"{id:N}/{drawn++}");
            return bytes[..Math.Min(count, bytes.Length)];
        });
    }

    public byte[] HashOf(PersonalCode code) => Hash("personal code hash", code.Value);

    private byte[] Hash(string purpose, string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\0{text}"));

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return plain.ToString();
    }
}
