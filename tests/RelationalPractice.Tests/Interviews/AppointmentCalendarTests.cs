using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Interviews;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Interviews;

public sealed class AppointmentCalendarTests
{
    private static readonly DateTime Now = new(2031, 1, 14, 10, 20, 30, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 14, "20310114T093000", "20310114T103000")]
    [InlineData(7, 14, "20310714T103000", "20310714T113000")]
    public void Write_WinterAndSummer_IsTheTimeOnTheWallInLondon(int month, int day, string from, string until)
    {
        var starts = new DateTime(2031, month, day, 9, 30, 0, DateTimeKind.Utc);

        var lines = Lines(new AppointmentCalendar("1@appointment", 0, starts, starts.AddHours(1), "Appointment").Write(Now));

        lines.ShouldContain($"DTSTART;TZID=Europe/London:{from}");
        lines.ShouldContain($"DTEND;TZID=Europe/London:{until}");
        lines.ShouldContain("DTSTAMP:20310114T102030Z");
    }

    [Fact]
    public void Write_Any_HasWhatTheStandardNeedsInPairs()
    {
        var text = new AppointmentCalendar("1@appointment", 2, Now, Now.AddHours(1), "Appointment").Write(Now);

        var lines = Lines(text);
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines[^1].ShouldBe("END:VCALENDAR");
        lines.ShouldContain("VERSION:2.0");
        lines.ShouldContain("PRODID:-//RelationalPractice//Appointment//EN");
        lines.ShouldContain("SEQUENCE:2");
        lines.Count(line => line.StartsWith("UID:", StringComparison.Ordinal)).ShouldBe(1);
        var open = new Stack<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("BEGIN:", StringComparison.Ordinal)) open.Push(line[6..]);
            if (line.StartsWith("END:", StringComparison.Ordinal)) open.Pop().ShouldBe(line[4..]);
        }

        open.ShouldBeEmpty();
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }

    [Fact]
    public void Write_Words_AreEscaped()
    {
        var lines = Lines(new AppointmentCalendar("1", 0, Now, Now, "A, b; c\\d", "Two\r\nlines").Write(Now));

        lines.ShouldContain("SUMMARY:A\\, b\\; c\\\\d");
        lines.ShouldContain("DESCRIPTION:Two\\nlines");
    }

    [Fact]
    public void Fold_AnyText_UnfoldsToTheSameAndNoLineIsTooLong() => Prop.ForAll(Surveys.Written.Text.ToArbitrary(), text =>
    {
        var line = string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not ('\r' or '\n')));

        var folded = AppointmentCalendar.Fold(line);

        folded.Split("\r\n").ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 75);
        folded.Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe(line);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fold_LongEmoji_IsNotTornApart()
    {
        var line = string.Concat(Enumerable.Repeat("\U0001F600", 60));

        AppointmentCalendar.Fold(line).Split("\r\n").ShouldAllBe(part => !part.Contains('�'));
        AppointmentCalendar.Fold(line).ShouldContain("\r\n ");
    }

    private static List<string> Lines(string calendar)
    {
        calendar.ShouldEndWith("\r\n");
        return [.. calendar[..^2].Split("\r\n")];
    }
}
