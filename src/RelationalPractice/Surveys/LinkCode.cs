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
        var fair = 256 / Alphabet.Length * Alphabet.Length;
        var code = new StringBuilder(Length);
        while (code.Length < Length)
        {
            foreach (var drawn in source(Length - code.Length).Take(Length - code.Length))
            {
                if (drawn < fair) code.Append(Alphabet[drawn % Alphabet.Length]);
            }
        }

        return new LinkCode(code.ToString());
    }

    /// <summary>
    /// Reads a code as people type it: small letters, gaps, any script's digits, and Z, S, B and U for the characters they look like.
    /// Null when it cannot be a code.
    /// </summary>
    public static LinkCode? Parse(string? typed)
    {
        if (typed is null || typed.Length > TypedMaxLength) return null;

        var code = new StringBuilder(Length);
        foreach (var rune in WrittenText.CleanLine(typed).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (TypedCode.IsGap(rune)) continue;
            if (CharacterOf(rune) is not { } character) return null;
            code.Append(character);
        }

        return code.Length == Length ? new LinkCode(code.ToString()) : null;
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
