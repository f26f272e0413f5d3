namespace RelationalPractice.Messaging;

/// <summary>Why a message waits, was given up or is not wanted any more, as it stands in <see cref="OutgoingMessage.Failure"/>. Never rename, only add.</summary>
public static class WhyNot
{
    public const string OptedOut = "opted-out";
    public const string Paused = "paused";
    public const string Answered = "answered";
    public const string TooLate = "too-late";
    public const string NoLongerNeeded = "no-longer-needed";

    /// <summary>They do not want texts, or not e-mails, any more.</summary>
    public const string MayNotBeReachedSo = "may-not-be-reached-so";

    /// <summary>What we have is no mobile number and no e-mail address, or cannot be opened.</summary>
    public const string NoAddress = "no-address";

    /// <summary>Nobody is set up to send texts, or e-mails.</summary>
    public const string NoSender = "no-sender";

    /// <summary>The sender will not take it, today or tomorrow.</summary>
    public const string Refused = "refused";

    public const string NoAnswer = "no-answer";
    public const string SenderTrouble = "sender-trouble";
    public const string NotUnderstood = "not-understood";
    public const string TooManyThisMinute = "too-many-this-minute";
    public const string TooManyToday = "too-many-today";

    /// <summary>The sender's clock and ours are more than half a minute apart.</summary>
    public const string Clock = "clock";

    public const string KeyRefused = "key-refused";

    /// <summary>Nothing was wrong with the message: once the trouble is over, all of them may be tried again.</summary>
    public static readonly IReadOnlyList<string> TroubleOfTheSender = [NoSender, NoAnswer, SenderTrouble, NotUnderstood];

    /// <summary>The sender takes nothing at all for now: while a message waits for one of these, every node waits.</summary>
    public static readonly IReadOnlyList<string> HoldUps = [TooManyThisMinute, Clock, KeyRefused];
}
