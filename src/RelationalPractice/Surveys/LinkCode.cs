using System.Text;

namespace RelationalPractice.Surveys;

/// <summary>The six characters of a general link, short enough to be copied from a leaflet by hand.</summary>
public sealed record LinkCode
{
    public const int Length = 6;

    /// <summary>
    /// Nothing that is read as something else (0 O Q, 1 I L, and one each of 2 Z, 5 S, 8 B, U V) and no vowel or Y,
    /// so that no word can form.
    /// </summary>
    public const string Alphabet = "23456789CDFGHJKMNPRTVWX";

    private const int TypedMaxLength = 100;

    private LinkCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>
    /// Draws from a source of random bytes. A byte past the last whole multiple of the alphabet's length is drawn
    /// again, so that every code is equally likely.
    /// </summary>
    public static LinkCode FromBytes(Func<int, byte[]> source)
    {
        var code = new StringBuilder(Length);
        Draw(code, Length, source);
        return new LinkCode(code.ToString());
    }

    /// <summary>
    /// Reads a code as people type it: small letters, gaps, any script's digits, and Z, S, B and U for the characters they look like.
    /// Null when it cannot be a code.
    /// </summary>
    public static LinkCode? Parse(string? typed) => Read(typed, TypedMaxLength) is { Length: Length } code ? new LinkCode(code) : null;

    /// <summary>Adds characters of the alphabet until there are so many.</summary>
    internal static void Draw(StringBuilder code, int length, Func<int, byte[]> source)
    {
        var fair = 256 / Alphabet.Length * Alphabet.Length;
        while (code.Length < length)
        {
            foreach (var drawn in source(length - code.Length).Take(length - code.Length))
            {
                if (drawn < fair) code.Append(Alphabet[drawn % Alphabet.Length]);
            }
        }
    }

    /// <summary>What was typed, in characters of the alphabet. Null when it has others, or is too long for any code.</summary>
    internal static string? Read(string? typed, int typedMaxLength)
    {
        if (typed is null || typed.Length > typedMaxLength) return null;

        var code = new StringBuilder(Length);
        foreach (var rune in WrittenText.CleanLine(typed).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (TypedCode.IsGap(rune)) continue;
            if (CharacterOf(rune) is not { } character) return null;
            code.Append(character);
        }

        return code.ToString();
    }

    public override string ToString() => Value;

    private static char? CharacterOf(Rune rune)
    {
        var character = Rune.ToUpperInvariant(rune).Value switch
        {
            'Z' => '2',
            'S' => '5',
            'B' => '8',
            'U' => 'V',
            > 0 and < 128 and var ascii => (char)ascii,
            _ when Rune.IsDigit(rune) => (char)('0' + (int)Rune.GetNumericValue(rune)),
            _ => '\0',
        };
        return Alphabet.Contains(character, StringComparison.Ordinal) ? character : null;
    }
}
