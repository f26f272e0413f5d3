using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>What an invitation learns of an answer: the day on which named feedback came, and nothing of any other.</summary>
public static class InvitationAnswers
{
    /// <summary>Within the transaction that keeps the named response. A reminder that still waits is not sent any more.</summary>
    public static async Task NoteAsync(PracticeDbContext db, Guid invitationId, DateOnly day, CancellationToken cancellation)
    {
        await db.Invitations.Where(i => i.Id == invitationId && i.AnsweredOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.AnsweredOn, day), cancellation);
        await db.OutgoingMessages
            .Where(m => m.Kind == OutgoingMessageKind.Reminder && m.AboutId == invitationId && m.State == OutgoingMessageState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutgoingMessageState.Cancelled), cancellation);
    }
}
