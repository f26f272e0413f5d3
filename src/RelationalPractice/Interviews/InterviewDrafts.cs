using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Interviews;

/// <summary>What was said so far, sealed after each change, so that neither a closed laptop nor a second window loses a word unseen.</summary>
public sealed class InterviewDrafts(PracticeDbContext db, SealedContents seals)
{
    public async Task<(DraftContents Contents, int Version)?> FindAsync(Guid interviewId, CancellationToken cancellation) =>
        await db.InterviewDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.InterviewId == interviewId, cancellation) is { } draft
            ? (seals.Open(draft.Ciphertext), draft.Version)
            : null;

    public void Start(Guid interviewId, Guid questionnaireId) => db.InterviewDrafts.Add(new InterviewDraft
    {
        InterviewId = interviewId,
        Ciphertext = seals.Seal(DraftContents.Start(questionnaireId, link: null, workerName: null)),
    });

    /// <param name="seen">The version that the window has seen last. Its own save before counts as seen: the answer to it may have been lost on the way.</param>
    /// <param name="windowId">Which window saves.</param>
    public async Task<DraftSaving> SaveAsync(Guid interviewId, int seen, Guid windowId, Action<DraftContents> change, CancellationToken cancellation)
    {
        if (await db.InterviewDrafts.SingleOrDefaultAsync(d => d.InterviewId == interviewId, cancellation) is not { } draft)
        {
            return new DraftSaving(DraftSavingResult.Gone, null, 0);
        }

        var contents = seals.Open(draft.Ciphertext);
        if (draft.Version != seen && contents.WindowId != windowId)
        {
            return new DraftSaving(DraftSavingResult.ChangedElsewhere, contents, draft.Version);
        }

        change(contents);
        contents.SavedBy(windowId);
        draft.Ciphertext = seals.Seal(contents);
        draft.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new DraftSaving(DraftSavingResult.Saved, contents, draft.Version);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(interviewId, cancellation) is { } now
                ? new DraftSaving(DraftSavingResult.ChangedElsewhere, now.Contents, now.Version)
                : new DraftSaving(DraftSavingResult.Gone, null, 0);
        }
    }
}

/// <param name="Contents">As they are kept now; null when they are gone.</param>
public sealed record DraftSaving(DraftSavingResult Result, DraftContents? Contents, int Version);

public enum DraftSavingResult
{
    Saved,

    /// <summary>Another window saved since; nothing was overwritten.</summary>
    ChangedElsewhere,

    /// <summary>Sent, or the interview was ended.</summary>
    Gone,
}
