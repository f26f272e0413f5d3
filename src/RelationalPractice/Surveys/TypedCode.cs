using System.Globalization;
using System.Text;

namespace RelationalPractice.Surveys;

internal static class TypedCode
{
    /// <summary>What may stand between the characters of a code: white space, any dash, dots, unseen marks.</summary>
    public static bool IsGap(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is '.' or '_' or '−'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
