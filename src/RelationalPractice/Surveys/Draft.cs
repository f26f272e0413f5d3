namespace RelationalPractice.Surveys;

/// <summary>
/// Answers not sent yet, readable by nobody here: the ciphertext's key is derived from the respondent's cookie
/// (<see cref="DraftSecret"/>) and kept nowhere else. Deleted on sending, on leaving and when it expires.
/// </summary>
public sealed class Draft
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public required Guid Id { get; init; }

    public required byte[] Ciphertext { get; set; }

    /// <summary>Counts changes, so that two tabs cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>UTC, cut to the hour: a finer time would date the response it becomes.</summary>
    public required DateTime ExpiresAtUtc { get; init; }

    public static DateTime ExpiryFor(DateTime nowUtc)
    {
        var expiry = nowUtc + Lifetime;
        return new DateTime(expiry.Year, expiry.Month, expiry.Day, expiry.Hour, 0, 0, DateTimeKind.Utc);
    }
}
