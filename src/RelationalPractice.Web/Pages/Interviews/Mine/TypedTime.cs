using System.Globalization;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>A time of day as browsers send it, or as somebody types it where the browser has no field for it.</summary>
public static class TypedTime
{
    private static readonly string[] Formats = ["H:mm", "H.mm", "HHmm", "H:mm:ss"];

    public static TimeOnly? Parse(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
