using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RelationalPractice.Surveys;

/// <summary>The sixteen digits by which someone may look up or withdraw what they sent: a little over 53 bits.</summary>
public sealed record ReceiptCode
{
    public const int Length = 16;
    public const int SecretLength = 32;

    private const ulong Codes = 10_000_000_000_000_000;
    private const int TypedMaxLength = 200;

    private ReceiptCode(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>As shown to the person: "1234 5678 9012 3456".</summary>
    public string Grouped => string.Join(' ', Digits.Chunk(4).Select(group => new string(group)));

    /// <summary>The same secret gives the same code, so that sending twice cannot make two.</summary>
    public static ReceiptCode Derive(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != SecretLength)
            throw new ArgumentException($"The secret must be {SecretLength} bytes.", nameof(secret));

        // Numbers past the last whole multiple of 10^16 would make low codes likelier: draw again (1 in 2,700).
        const ulong Fair = ulong.MaxValue / Codes * Codes;
        ulong number;
        byte attempt = 0;
        do number = Draw(secret, attempt++);
        while (number >= Fair);
        return new ReceiptCode((number % Codes).ToString("D16", CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Reads a code as people type or paste it: with or without gaps and hyphens, in any script's digits, with
    /// the letters O, I and L for the digits they look like. Null when it cannot be a code.
    /// </summary>
    public static ReceiptCode? Parse(string? typed)
    {
        if (typed is null || typed.Length > TypedMaxLength) return null;

        var digits = new StringBuilder(Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (TypedCode.IsGap(rune)) continue;
            if (DigitOf(rune) is not { } digit) return null;
            digits.Append(digit);
        }

        return digits.Length == Length ? new ReceiptCode(digits.ToString()) : null;
    }

    /// <summary>Never the code: a code in a log would open somebody's answers.</summary>
    public override string ToString() => "(receipt code)";

    private static ulong Draw(ReadOnlySpan<byte> secret, byte attempt)
    {
        Span<byte> drawn = stackalloc byte[sizeof(ulong)];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, drawn, salt: [], [.. "relational-practice receipt code "u8, attempt]);
        return BinaryPrimitives.ReadUInt64BigEndian(drawn);
    }

    private static int? DigitOf(Rune rune) => rune.Value switch
    {
        'O' or 'o' => 0,
        'I' or 'i' or 'L' or 'l' or '|' => 1,
        _ when Rune.IsDigit(rune) => (int)Rune.GetNumericValue(rune),
        _ => null,
    };
}
