using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Interviews;

/// <summary>
/// Turns what was said into a response like any other. In the same step all goes that could tie the two: the draft, what was personal on the wish,
/// the worker's account, and the messages with the family's contact. No audit event tells of it, for its time would date the response.
/// </summary>
public sealed class InterviewSending(PracticeDbContext db, Sending sending)
{
    /// <param name="version">Of the draft as it was read back.</param>
    /// <param name="contents">With the tier, and who it names.</param>
    /// <returns>False when it was sent before, or changed in another window.</returns>
    public async Task<bool> SendAsync(
        Interview interview, int version, DraftContents contents, Questionnaire questionnaire, byte[] receiptHash, TriageWords words,
        bool distress, ProtectedText? supportNote, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.InterviewDrafts.Where(d => d.InterviewId == interview.Id && d.Version == version).ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }

        sending.Add(contents, questionnaire, receiptHash, words);
        var request = await db.InterviewRequests.SingleAsync(r => r.Id == interview.RequestId, cancellation);
        request.Hold();
        interview.Hold(distress, supportNote);
        var appointments = db.Interviews.Where(i => i.RequestId == request.Id).Select(i => i.Id);
        await db.OutgoingMessages
            .Where(m => m.ResponseId == null && m.State != OutgoingMessageState.Sending && appointments.Contains(m.AboutId))
            .ExecuteDeleteAsync(cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }
}
