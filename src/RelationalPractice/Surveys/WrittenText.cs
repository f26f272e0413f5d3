using System.Globalization;
using System.Text;

namespace RelationalPractice.Surveys;

/// <summary>
/// Makes what a person wrote safe to store, search, export and show, without changing what they said: emoji,
/// every script and the marks that steer right-to-left text stay.
/// </summary>
public static class WrittenText
{
    /// <summary>
    /// New lines become LF and tabs spaces; control characters, and the two code points no XML file can hold, go;
    /// half a surrogate pair becomes U+FFFD; the result is NFC without white space around it, and empty when
    /// there is nothing to see. Cleaning twice changes nothing.
    /// </summary>
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "";

        var text = new StringBuilder(typed.Length);
        var afterReturn = false;
        // EnumerateRunes gives U+FFFD for half a surrogate pair.
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!(afterReturn && rune.Value == '\n')) Append(text, rune);
            afterReturn = rune.Value == '\r';
        }

        var clean = text.ToString().Normalize(NormalizationForm.FormC).Trim();
        return HasSomethingToSee(clean) ? clean : "";
    }

    /// <summary>The same for a text of one line, such as a name.</summary>
    public static string CleanLine(string? typed) => Clean(typed).Replace('\n', ' ');

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            // Word pastes its line break as a vertical tab; dropping it would join two words.
            case '\r' or '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029:
                text.Append('\n');
                break;
            case '\t':
                text.Append(' ');
                break;
            case 0xFFFE or 0xFFFF:
                break;
            default:
                if (Rune.IsControl(rune)) break;
                Span<char> units = stackalloc char[2];
                text.Append(units[..rune.EncodeToUtf16(units)]);
                break;
        }
    }

    private static bool HasSomethingToSee(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) return true;
        }

        return false;
    }
}
