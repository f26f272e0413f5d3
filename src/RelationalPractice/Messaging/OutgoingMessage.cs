using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;

namespace RelationalPractice.Messaging;

/// <summary>
/// A message to a family: a row before it is sent, so that a restart can neither lose it nor send it twice. It goes to a person we have
/// (<see cref="PersonId"/>) or to a contact that somebody left with named feedback or with their wish for an interview.
/// </summary>
public sealed class OutgoingMessage
{
    public const int SubjectMaxLength = 200;
    public const int BodyMaxLength = 2_000;
    public const int FailureMaxLength = 100;

    /// <summary>So often a sender is asked before it is given up: with the waits between, after about a day and a half.</summary>
    public const int AttemptsMax = 12;

    /// <summary>How long a contact that somebody left stays beside a message that is done with.</summary>
    public const int ContactKeptDays = 30;

    /// <summary>Stands in <see cref="Body"/> where the personal link goes; the link itself rests nowhere.</summary>
    public const string LinkPlace = "((link))";

    /// <summary>Stands where an e-mail says how to stop or pause messages.</summary>
    public const string StopPlace = "((stop))";

    /// <summary>Also what the sender is told as its reference: it says nothing of anybody.</summary>
    public required Guid Id { get; init; }

    public required OutgoingMessageKind Kind { get; init; }

    /// <summary>What it is about: a supervision, an invitation, an interview. With its kind (and response, where there is one) it is unique.</summary>
    public required Guid AboutId { get; init; }

    public Guid? ResponseId { get; init; }

    /// <summary>"Named" beside a response: the database holds it to the response's own tier, so nobody else can be written to.</summary>
    public string? StoredTier { get; private init; }

    public Guid? PersonId { get; private init; }

    public ProtectedText? Contact { get; private init; }

    /// <summary>Null where only the sender can tell, by opening the contact.</summary>
    public MessageChannel? Channel { get; init; }

    /// <summary>Of an e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>Bland: other people read telephones.</summary>
    public required string Body { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>Not before. Every later try moves it on.</summary>
    public required DateTime NextTryAtUtc { get; set; }

    /// <summary>After it, it would come too late to be of use.</summary>
    public DateTime? ExpiresAtUtc { get; init; }

    public OutgoingMessageState State { get; set; }

    /// <summary>How often a sender was asked.</summary>
    public int Attempts { get; set; }

    /// <summary>Who is sending it now, until when: a process that died lets go by itself.</summary>
    public Guid? ClaimId { get; set; }

    public DateTime? ClaimedUntilUtc { get; set; }

    public DateTime? SentAtUtc { get; set; }

    /// <summary>What went wrong last, one of <see cref="WhyNot"/> or the provider's word for it; never anything personal.</summary>
    public string? Failure { get; set; }

    /// <summary>A sender may have it from an earlier try that nobody noted the end of: it is asked before it is given it again.</summary>
    public bool MayHaveGoneOut => Attempts > 1;

    public void Taken(DateTime nowUtc)
    {
        Become(OutgoingMessageState.Sent, because: null);
        SentAtUtc = nowUtc;
    }

    /// <summary>The provider says that it has arrived: that stands, whatever was noted or comes in later.</summary>
    public void Delivered(DateTime nowUtc)
    {
        Become(OutgoingMessageState.Delivered, because: null);
        SentAtUtc ??= nowUtc;
    }

    /// <summary>The provider says that it could not be delivered. Of a message that was not with it, or has arrived, it changes nothing.</summary>
    public void NotDelivered(string because)
    {
        if (State is OutgoingMessageState.Sending or OutgoingMessageState.Sent)
        {
            GiveUp(because);
        }
    }

    /// <summary>It did not go out, or nobody knows: later again, until it has been tried often enough.</summary>
    /// <param name="chance">Spreads what failed together.</param>
    public void TryAgain(DateTime nowUtc, string because, byte chance)
    {
        if (Attempts >= AttemptsMax)
        {
            GiveUp(because);
            return;
        }

        WaitUntil(nowUtc + SendingRules.WaitAfter(Attempts, chance), because);
    }

    /// <summary>Not now, through no fault of the message: it does not count as a try.</summary>
    public void PutOff(DateTime untilUtc, string? because = null)
    {
        Attempts--;
        WaitUntil(untilUtc, because);
    }

    /// <summary>Whoever claimed it has not begun: as if it had not been claimed.</summary>
    public void LetGo() => PutOff(NextTryAtUtc, Failure);

    public void GiveUp(string because) => Become(OutgoingMessageState.Failed, because);

    public void Cancel(string because) => Become(OutgoingMessageState.Cancelled, because);

    /// <summary>Staff want it tried once more. The sender is asked first whether it went out after all.</summary>
    /// <returns>The audit event to keep with the change; null when it is not given up, so there is nothing to do.</returns>
    public AuditEvent? TryOnceMore(ChangeContext context)
    {
        if (State != OutgoingMessageState.Failed)
        {
            return null;
        }

        Attempts = Math.Min(Attempts, 1);
        WaitUntil(context.AtUtc, because: null);
        return AuditEvent.Of(AuditEventKind.MessageTriedAgain, context, Id);
    }

    private void WaitUntil(DateTime untilUtc, string? because)
    {
        Become(OutgoingMessageState.Waiting, because);
        NextTryAtUtc = untilUtc;
    }

    private void Become(OutgoingMessageState state, string? because)
    {
        State = state;
        Failure = because;
        ClaimId = null;
        ClaimedUntilUtc = null;
    }

    /// <summary>To the one who left a contact with named feedback.</summary>
    public static OutgoingMessage ToRespondent(
        Guid id, OutgoingMessageKind kind, Guid aboutId, Guid responseId, ProtectedText contact, string body, DateTime nowUtc) => new()
        {
            Id = id,
            Kind = kind,
            AboutId = aboutId,
            ResponseId = responseId,
            StoredTier = nameof(Surveys.Tier.Named),
            Contact = contact,
            Body = body,
            CreatedAtUtc = nowUtc,
            NextTryAtUtc = nowUtc,
        };

    /// <summary>To a person of a family. Where to is looked up on sending, so a new number counts at once.</summary>
    public static OutgoingMessage ToPerson(
        Guid id, OutgoingMessageKind kind, Guid aboutId, Guid personId, MessageChannel channel, string? subject, string body, DateTime nowUtc, DateTime fromUtc) => new()
        {
            Id = id,
            Kind = kind,
            AboutId = aboutId,
            PersonId = personId,
            Channel = channel,
            Subject = subject,
            Body = body,
            CreatedAtUtc = nowUtc,
            NextTryAtUtc = fromUtc,
        };

    /// <summary>To a contact that somebody gave us for this one purpose.</summary>
    public static OutgoingMessage ToContact(
        Guid id, OutgoingMessageKind kind, Guid aboutId, ProtectedText contact, string? subject, string body, DateTime nowUtc, DateTime fromUtc, DateTime? expiresAtUtc) => new()
        {
            Id = id,
            Kind = kind,
            AboutId = aboutId,
            Contact = contact,
            Subject = subject,
            Body = body,
            CreatedAtUtc = nowUtc,
            NextTryAtUtc = fromUtc,
            ExpiresAtUtc = expiresAtUtc,
        };
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum OutgoingMessageKind
{
    SupervisionOutcome,
    Invitation,
    Reminder,
    InterviewBooked,
    InterviewReminder,
    InterviewCancelled,
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum OutgoingMessageState
{
    Waiting,

    /// <summary>Marked before the sender is asked: after a crash nobody knows whether it went out until the sender was asked about it.</summary>
    Sending,

    /// <summary>The sender has taken it.</summary>
    Sent,

    Delivered,

    /// <summary>Given up, and shown to staff.</summary>
    Failed,

    /// <summary>Not wanted any more: opted out, paused, answered, cancelled or too late.</summary>
    Cancelled,
}
