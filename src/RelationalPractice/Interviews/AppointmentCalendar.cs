using System.Globalization;
using System.Text;
using RelationalPractice.Anonymity;

namespace RelationalPractice.Interviews;

/// <summary>An appointment as a file for calendars (RFC 5545). Its words say nothing of what it is about: others may see the calendar.</summary>
/// <param name="Uid">The same for one family's wish, so that a moved appointment replaces the one before.</param>
/// <param name="Sequence">Counts how often it was moved.</param>
public sealed record AppointmentCalendar(string Uid, int Sequence, DateTime StartsAtUtc, DateTime EndsAtUtc, string Title, string? Description = null)
{
    private const int LongestLine = 75;

    // Since 1996; what an appointment of today needs.
    private const string London = """
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        TZNAME:BST
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        DTSTART:19960331T010000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZNAME:GMT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        DTSTART:19961027T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    public string Write(DateTime nowUtc)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//RelationalPractice//Appointment//EN",
            "METHOD:PUBLISH",
            .. London.ReplaceLineEndings("\n").Split('\n'),
            "BEGIN:VEVENT",
            $"UID:{Uid}",
            $"SEQUENCE:{Sequence.ToString(CultureInfo.InvariantCulture)}",
            $"DTSTAMP:{Stamp(nowUtc)}Z",
            $"DTSTART;TZID=Europe/London:{Stamp(LocalTime.Of(StartsAtUtc))}",
            $"DTEND;TZID=Europe/London:{Stamp(LocalTime.Of(EndsAtUtc))}",
            $"SUMMARY:{Escape(Title)}",
            .. Description is null ? Array.Empty<string>() : [$"DESCRIPTION:{Escape(Description)}"],
            "CLASS:PRIVATE",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    public static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>At most 75 bytes a line; the next begins with a space. No character is torn apart.</summary>
    public static string Fold(string line)
    {
        var folded = new StringBuilder(line.Length);
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                length = 1;
            }

            folded.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    private static string Stamp(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
