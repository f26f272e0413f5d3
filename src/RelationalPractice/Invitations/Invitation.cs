using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>
/// One person asked once about one family's worker. Its link is personal until a tier other than "named" is chosen; then nothing here
/// or in the response says that it was used.
/// </summary>
public sealed class Invitation
{
    /// <summary>How long its link opens the survey with the worker filled in.</summary>
    public const int LinkDays = 90;

    public required Guid Id { get; init; }

    public required Guid FamilyId { get; init; }

    public required Guid PersonId { get; init; }

    public required InvitationRound Round { get; init; }

    /// <summary>The day on which the round falls by <see cref="Cadence"/>, before weekends and quiet days move the sending. With family and person it is unique.</summary>
    public required DateOnly DueOn { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>Keyed hash of the code, which itself is drawn anew from the identifier whenever a message needs it.</summary>
    public required byte[] CodeHash { get; init; }

    public required DateOnly ExpiresOn { get; init; }

    /// <summary>The day on which named feedback came by its link. Only ever set by a named response.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>The day on which it was planned.</summary>
    public DateOnly PlannedOn => ExpiresOn.AddDays(-LinkDays);

    /// <summary>Its link opens the survey with the worker filled in.</summary>
    public bool IsOpenOn(DateOnly today) => today <= ExpiresOn;

    public static Invitation Of(Guid id, InvitationDue due, Guid familyId, Guid personId, MessageChannel channel, ContactKey key, DateOnly today) => new()
    {
        Id = id,
        FamilyId = familyId,
        PersonId = personId,
        Round = due.Round,
        DueOn = due.DueOn,
        Channel = channel,
        CodeHash = key.HashOf(key.CodeOf(id)),
        ExpiresOn = today.AddDays(LinkDays),
    };
}

/// <summary>Why somebody is asked now. Stored by name: never rename, only add.</summary>
public enum InvitationRound
{
    Start,
    During,
    AfterTheEnd,
}
