using System.Globalization;

namespace RelationalPractice.Web.Pages.Staff;

/// <summary>A day as browsers send it, or as somebody types it where the browser has no field for days.</summary>
public static class TypedDay
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy"];

    public static DateOnly? Parse(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Formats, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day) ? day : null;

    /// <summary>As a browser's field for days wants it.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
