using RelationalPractice.Auditing;

namespace RelationalPractice.Collation;

/// <summary>
/// Whether a named family whose feedback is really a complaint wants to make one (Children Act 1989, section 26). It is their decision: nothing
/// is passed on by the product.
/// </summary>
public sealed class ComplaintWish
{
    public const int NoteMaxLength = 1_000;

    public required Guid ResponseId { get; init; }

    public ComplaintAnswer Answer { get; private set; }

    public string? Note { get; private set; }

    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent Record(ComplaintAnswer answer, string? note, ChangeContext context)
    {
        Answer = answer;
        Note = note;
        return AuditEvent.Of(AuditEventKind.ComplaintWishRecorded, context with { Reason = answer.ToString() }, ResponseId);
    }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ComplaintAnswer
{
    /// <summary>The receipt code's page and, where there is a contact, a person tell them how.</summary>
    ToBeAsked,
    WantsToComplain,
    DoesNotWantTo,
    NotReached,
}
