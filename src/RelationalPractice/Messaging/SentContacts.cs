using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Messaging;

/// <summary>
/// A contact that somebody left for one message is erased <see cref="OutgoingMessage.ContactKeptDays"/> days after the message is done
/// with. The row stays, so that the message cannot be sent twice.
/// </summary>
public static class SentContacts
{
    public static Task<int> ForgetAsync(PracticeDbContext db, DateTime nowUtc, CancellationToken cancellation)
    {
        // Empty and not null: the database wants one addressee beside every message.
        var nothing = Array.Empty<byte>();
        var before = nowUtc.AddDays(-OutgoingMessage.ContactKeptDays);
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE outgoing_messages SET contact = {nothing}
            WHERE state IN ('Sent', 'Delivered', 'Failed', 'Cancelled') AND COALESCE(sent_at_utc, next_try_at_utc) < {before} AND length(contact) > 0
            """,
            cancellation);
    }
}
