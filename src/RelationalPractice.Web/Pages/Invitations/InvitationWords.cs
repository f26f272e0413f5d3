using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>How these pages say what the cadence decided.</summary>
public static class InvitationWords
{
    /// <summary>Why somebody who could be asked is not, in the order of the page. Who is only between two rounds is none of them.</summary>
    public static readonly IReadOnlyList<NotDueReason> NotAsked =
        [NotDueReason.OptedOut, NotDueReason.Paused, NotDueReason.NoChannel, NotDueReason.OnItsWay, NotDueReason.TooSoon, NotDueReason.Over];

    public static string Of(NotDueReason reason) => reason switch
    {
        NotDueReason.OptedOut => "Messages to them are stopped",
        NotDueReason.Paused => "Messages to them are paused",
        NotDueReason.NoChannel => "No number or address that may be written to",
        NotDueReason.OnItsWay => "A message to them waits to go out",
        NotDueReason.TooSoon => "They had a message a short time ago",
        NotDueReason.Over => "Involvement is over, and so is the last round",
        NotDueReason.NotYet => "Between two rounds",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    public static string SlugOf(NotDueReason reason) => reason switch
    {
        NotDueReason.OptedOut => "stopped",
        NotDueReason.Paused => "paused",
        NotDueReason.NoChannel => "no-way-to-write",
        NotDueReason.OnItsWay => "on-its-way",
        NotDueReason.TooSoon => "a-short-time-ago",
        _ => "over",
    };

    public static NotDueReason? ReasonOf(string slug) => NotAsked.Where(reason => SlugOf(reason) == slug).Select(reason => (NotDueReason?)reason).FirstOrDefault();

    public static string Of(FamilyRole role) => role switch
    {
        FamilyRole.Parent => "Parent",
        FamilyRole.Carer => "Carer",
        FamilyRole.Relative => "Relative",
        FamilyRole.Friend => "Friend",
        FamilyRole.YoungPerson => "Young person",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };

    public static string Of(MessageChannel? channel) => channel switch
    {
        MessageChannel.Sms => "Text",
        MessageChannel.Email => "E-mail",
        _ => "None",
    };

    public static string WhyOf(PlannedPerson person) => person.Outcome switch
    {
        InvitationDue { Round: InvitationRound.Start } => $"At the start: involvement began on {StaffWords.Of(person.StartedOn)}",
        InvitationDue { Round: InvitationRound.During } due => $"Every {person.IntervalMonths} months since {StaffWords.Of(person.StartedOn)}: due on {StaffWords.Of(due.DueOn)}",
        InvitationDue => $"After the end: involvement ended on {StaffWords.Of(person.EndedOn!.Value)}",
        ReminderDue due => $"Reminder: asked for {StaffWords.Of(due.DueOn)}, no named feedback since",
        NotDue { Next: { } next } not => $"{Of(not.Reason)}. Next on {StaffWords.Of(next)}, if nothing changes",
        NotDue not => Of(not.Reason),
        _ => "",
    };

    public static string Of(PlannedCounts counts) => (counts.Invitations, counts.Reminders) switch
    {
        (0, 0) => "Nothing",
        (var invitations, 0) => Invitations(invitations),
        (0, var reminders) => Reminders(reminders),
        var (invitations, reminders) => $"{Invitations(invitations)} and {Reminders(reminders)}",
    };

    private static string Invitations(int count) => count == 1 ? "1 invitation" : $"{count} invitations";

    private static string Reminders(int count) => count == 1 ? "1 reminder" : $"{count} reminders";
}
