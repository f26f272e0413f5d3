using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations;

public static class InvitationLinks
{
    public const string From = "from";
    public const string Sent = "sent";

    public static Missing Missing { get; } = new(
        "There is no such list", "People are not asked for a few reasons only, and this is none of them.", List(), "Go to the invitations");

    public static string List(int from = 0) => "/invitations" + (from == 0 ? "" : $"?{From}={from}");

    public static string JustSent(PlannedCounts counts) => $"/invitations?{Sent}={counts.Invitations}-{counts.Reminders}";

    public static string Send() => "/invitations/send";

    public static string Settings(bool saved = false) => "/invitations/settings" + (saved ? "?saved=true" : "");

    public static string NotAsked(NotDueReason reason, int from = 0) => $"/invitations/not-asked/{InvitationWords.SlugOf(reason)}" + (from == 0 ? "" : $"?{From}={from}");
}
