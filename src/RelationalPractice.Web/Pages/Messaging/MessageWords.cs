using RelationalPractice.Messaging;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Web.Pages.Messaging;

/// <summary>How staff pages speak of messages.</summary>
public static class MessageWords
{
    public static string Of(OutgoingMessageKind kind) => kind switch
    {
        OutgoingMessageKind.SupervisionOutcome => "News of their feedback",
        OutgoingMessageKind.Invitation => "Invitation",
        OutgoingMessageKind.Reminder => "Reminder",
        OutgoingMessageKind.InterviewBooked => "Interview booked",
        OutgoingMessageKind.InterviewReminder => "Interview reminder",
        OutgoingMessageKind.InterviewCancelled => "Interview cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Of(MessageChannel? channel) => channel switch
    {
        MessageChannel.Sms => "Text",
        MessageChannel.Email => "E-mail",
        _ => "As they left it",
    };

    public static string Of(SendingTrouble trouble) => trouble switch
    {
        SendingTrouble.NoSender => "Sending is not set up: neither GOV.UK Notify nor a mail server is set. Messages wait, and nothing is lost.",
        SendingTrouble.NoPublicAddress => "Sending is not set up: Families:PublicAddress is not set, so no link can be written. Messages wait, and nothing is lost.",
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, message: null),
    };

    /// <param name="because">As it stands beside the message.</param>
    public static string OfReason(string? because) => because switch
    {
        WhyNot.OptedOut => "They asked for no more messages",
        WhyNot.Paused => "Messages to them are paused",
        WhyNot.Answered => "They have given named feedback",
        WhyNot.TooLate => "It would have come too late",
        WhyNot.NoLongerNeeded => "What it was about was taken back",
        WhyNot.MayNotBeReachedSo => "They are not to be reached this way any more",
        WhyNot.NoAddress => "No mobile number or e-mail address in what we have",
        WhyNot.NoSender => "Nobody is set up to send it this way",
        WhyNot.Refused => "The sender does not take this number or address",
        WhyNot.NoAnswer => "The sender did not answer",
        WhyNot.SenderTrouble => "The sender had trouble",
        WhyNot.NotUnderstood => "The sender’s answer made no sense",
        WhyNot.TooManyThisMinute => "More than the sender takes in a minute",
        WhyNot.TooManyToday => "More than the sender takes in a day",
        WhyNot.Clock => "GOV.UK Notify’s clock and ours differ: set this server’s clock right",
        WhyNot.KeyRefused => "GOV.UK Notify refuses our key: look at Notify:ApiKey",
        "permanent-failure" => "The number or address does not exist",
        "temporary-failure" => "Their telephone or mail box could not be reached for days",
        "technical-failure" => "The network between the sender and them failed",
        null => "",
        _ => because,
    };
}
