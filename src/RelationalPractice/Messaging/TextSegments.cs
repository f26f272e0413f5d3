using System.Collections.Frozen;
using System.Text;

namespace RelationalPractice.Messaging;

/// <summary>
/// How many texts a message is charged as: 160 characters of the GSM-7 alphabet (3GPP TS 23.038), some of which count twice, or 70 of any
/// other; a longer one is cut into pieces of 153 or 67, never inside a character.
/// </summary>
/// <param name="Length">In the units of its alphabet.</param>
public sealed record TextSegments(int Length, int Segments, bool IsPlain)
{
    public const int PlainLength = 160;
    public const int OtherLength = 70;

    private const int PlainPiece = 153;
    private const int OtherPiece = 67;

    private static readonly FrozenSet<int> Basic = RunesOf(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly FrozenSet<int> Extension = RunesOf("\f^{}\\[~]|€");

    public static TextSegments Of(string text)
    {
        var plain = text.EnumerateRunes().All(rune => Basic.Contains(rune.Value) || Extension.Contains(rune.Value));
        int[] units = [.. text.EnumerateRunes().Select(rune => plain ? (Extension.Contains(rune.Value) ? 2 : 1) : rune.Utf16SequenceLength)];
        var (whole, piece) = plain ? (PlainLength, PlainPiece) : (OtherLength, OtherPiece);
        var length = units.Sum();
        return new TextSegments(length, length <= whole ? 1 : Pieces(units, piece), plain);
    }

    private static int Pieces(int[] units, int piece)
    {
        var (pieces, used) = (1, 0);
        foreach (var unit in units)
        {
            if (used + unit > piece)
            {
                pieces++;
                used = 0;
            }

            used += unit;
        }

        return pieces;
    }

    private static FrozenSet<int> RunesOf(string text) => text.EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();
}
