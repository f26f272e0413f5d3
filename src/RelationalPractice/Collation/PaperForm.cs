using RelationalPractice.Auditing;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>
/// A returned paper as one reader typed it, until another has held it against the paper: then it becomes a response like any other and this
/// row goes.
/// </summary>
public sealed class PaperForm
{
    public const int LabelMaxLength = 60;
    public const int ReasonMaxLength = AuditEvent.ReasonMaxLength;

    public required Guid Id { get; init; }

    /// <summary>What is written on the paper by hand to find it again, such as "14 March, 3". Nothing of who sent it.</summary>
    public required string Label { get; set; }

    public required Guid QuestionnaireId { get; init; }

    public required Guid TypedById { get; init; }

    /// <summary><see cref="DraftContents"/>, by <see cref="SealedContents"/>.</summary>
    public required byte[] Ciphertext { get; set; }

    /// <summary>Of the receipt code printed on the form's tear-off slip; null where the slip was unreadable or left out.</summary>
    public byte[]? ReceiptHash { get; set; }

    /// <summary>Ready for the second reader.</summary>
    public bool IsTyped { get; set; }

    /// <summary>Counts changes, so that two who decide at the same moment do not both succeed.</summary>
    public int Version { get; set; }

    /// <summary>Never by whoever typed it: two people vouch for what a family wrote.</summary>
    public bool MayBeCheckedBy(Guid staffId) => IsTyped && staffId != TypedById;

    /// <summary>Whoever began it goes on typing until it is ready to be checked.</summary>
    public bool MayBeTypedOnBy(Guid staffId) => !IsTyped && staffId == TypedById;

    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent Type(string label, byte[] ciphertext, byte[]? receiptHash, bool isReady, ChangeContext context)
    {
        if (!MayBeTypedOnBy(context.ActorId)) throw new InvalidOperationException("It is not theirs to type.");
        (Label, Ciphertext, ReceiptHash, IsTyped) = (label, ciphertext, receiptHash, isReady);
        Version++;
        return AuditEvent.Of(AuditEventKind.PaperTyped, context, Id);
    }
}
