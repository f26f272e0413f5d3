using System.Text;

namespace RelationalPractice.Messaging;

/// <summary>
/// A telephone number in the one form that senders take, +447700900123 (E.164), however it was typed: spaces, brackets, "(0)", 0044, a
/// number of another country.
/// </summary>
public sealed record TelephoneNumber
{
    private const int ShortestAbroad = 7;
    private const int LongestAnywhere = 15;

    private TelephoneNumber(string international, TelephoneKind kind) => (International, Kind) = (international, kind);

    /// <summary>A plus, the country and the number, digits only.</summary>
    public string International { get; }

    public TelephoneKind Kind { get; }

    /// <summary>Whether a text may be sent there. Of numbers abroad nobody can tell, so they may.</summary>
    public bool TakesTexts => Kind is TelephoneKind.Mobile or TelephoneKind.Abroad;

    /// <summary>As people in the United Kingdom write it: 07700 900123.</summary>
    public string AsWritten => International.StartsWith("+44", StringComparison.Ordinal) && International.Length == 13
        ? $"0{International[3..7]} {International[7..]}"
        : International;

    /// <returns>Null when it is no telephone number.</returns>
    public static TelephoneNumber? Parse(string? typed)
    {
        if (Digits(typed) is not { } digits)
        {
            return null;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = "+" + digits[2..];
        }

        if (!digits.StartsWith('+'))
        {
            return digits.StartsWith('0') ? OfUnitedKingdom(digits[1..]) : Without0(digits);
        }

        if (digits.StartsWith("+44", StringComparison.Ordinal))
        {
            return OfUnitedKingdom(digits[3..].TrimStart('0'));
        }

        return digits[1] != '0' && digits.Length - 1 is >= ShortestAbroad and <= LongestAnywhere
            ? new TelephoneNumber(digits, TelephoneKind.Abroad)
            : null;
    }

    public override string ToString() => "(telephone number)";

    // A spreadsheet takes the 0 away: 7700900123. And 447700900123 is what programs write.
    private static TelephoneNumber? Without0(string digits) => digits switch
    {
        ['4', '4', .. var rest] when rest.Length is 9 or 10 => OfUnitedKingdom(rest),
        ['7', ..] when digits.Length == 10 => OfUnitedKingdom(digits),
        _ => null,
    };

    private static TelephoneNumber? OfUnitedKingdom(string national)
    {
        if (national.Length is not (9 or 10) || national[0] == '0')
        {
            return null;
        }

        TelephoneKind? kind = national[0] switch
        {
            // 070 are personal numbers at a premium, 076 pagers; 07624 is the Isle of Man's mobiles.
            '7' when national.Length != 10 => null,
            '7' when national[1] == '0' => TelephoneKind.Premium,
            '7' when national[1] == '6' && !national.StartsWith("7624", StringComparison.Ordinal) => TelephoneKind.Premium,
            '7' => TelephoneKind.Mobile,
            '1' or '2' or '3' => TelephoneKind.Landline,
            '8' when national[1] == '0' => TelephoneKind.Landline,
            '8' or '9' => TelephoneKind.Premium,
            '5' => TelephoneKind.Landline,
            _ => null,
        };
        return kind is { } known ? new TelephoneNumber("+44" + national, known) : null;
    }

    private static string? Digits(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var digits = new StringBuilder();
        foreach (var rune in typed.Normalize(NormalizationForm.FormKC).Replace("(0)", "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                digits.Append((int)Rune.GetNumericValue(rune));
            }
            else if (rune.Value == '+' && digits.Length == 0)
            {
                digits.Append('+');
            }
            else if (!Surveys.TypedCode.IsGap(rune) && rune.Value is not ('(' or ')' or '/'))
            {
                return null;
            }
        }

        return digits.Length is > 6 and <= LongestAnywhere + 3 ? digits.ToString() : null;
    }
}

public enum TelephoneKind
{
    Mobile,
    Landline,

    /// <summary>Costs whoever calls or texts it: never used.</summary>
    Premium,

    Abroad,
}
