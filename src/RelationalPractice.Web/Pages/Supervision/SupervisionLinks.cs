using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Supervision;

public static class SupervisionLinks
{
    public const string Saved = "saved";
    public const string SavedNow = "now";
    public const string SavedBefore = "before";

    public static Missing Missing { get; } = new(
        "That is not here", "It may be about somebody outside your teams, or not released, or it may have been taken back.", Workers(), "Go to your teams");

    public static string Workers() => "/supervision";

    public static string Worker(Guid workerId, string? saved = null) => $"/supervision/{workerId}" + (saved is null ? "" : $"?{Saved}={saved}");

    public static string Feedback(Guid responseId) => $"/supervision/feedback/{responseId}";

    public static string Record(Guid workerId) => $"/supervision/{workerId}/record";
}
