using System.Globalization;

namespace RelationalPractice.Collation;

/// <summary>Where in the reading queue a page ended, so that the next one goes on after it however much has been read meanwhile.</summary>
public sealed record QueuePosition(bool Raised, DateOnly ReadBy, Guid ResponseId)
{
    private const string DateFormat = "yyyyMMdd";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Raised ? 1 : 0)}-{ReadBy.ToString(DateFormat, CultureInfo.InvariantCulture)}-{ResponseId:N}");

    /// <returns>Null for anything that <see cref="ToString"/> did not write: then the queue is shown from its start.</returns>
    public static QueuePosition? Parse(string? text) =>
        text?.Split('-') is [("0" or "1") and var raised, var date, var id]
        && DateOnly.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var readBy)
        && Guid.TryParseExact(id, "N", out var responseId)
            ? new QueuePosition(raised == "1", readBy, responseId)
            : null;
}
