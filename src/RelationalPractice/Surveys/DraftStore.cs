using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;

namespace RelationalPractice.Surveys;

/// <summary>Keeps drafts sealed under their respondent's own secret.</summary>
public sealed class DraftStore(PracticeDbContext db, Chance chance, TimeProvider clock)
{
    private const int MaxTries = 8;

    private readonly DraftRows _rows = new(db);

    public async Task<DraftSecret> StartAsync(DraftContents contents, CancellationToken cancellation)
    {
        var secret = DraftSecret.New(chance);
        db.Drafts.Add(new Draft
        {
            Id = secret.DraftId,
            Ciphertext = secret.Seal(contents.ToBytes(), chance),
            ExpiresAtUtc = Draft.ExpiryFor(clock.GetUtcNow().UtcDateTime),
        });
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <returns>Null when it was sent, left or has expired.</returns>
    public async Task<DraftContents?> FindAsync(DraftSecret secret)
    {
        var draft = await _rows.FindAsync(secret.DraftId, clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        return draft is null ? null : Open(secret, draft);
    }

    /// <summary>
    /// Changes a draft, as it was read for this request, in one step. When another tab changed it meanwhile, the change is
    /// made again on what that tab left, so neither loses an answer.
    /// </summary>
    /// <returns>The draft as changed, or null when it is gone.</returns>
    public async Task<DraftContents?> ChangeAsync(
        DraftSecret secret, DraftContents asRead, Action<DraftContents> change, CancellationToken cancellation)
    {
        var id = secret.DraftId;
        var contents = asRead;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            change(contents);
            var ciphertext = secret.Seal(contents.ToBytes(), chance);
            if (await _rows.ChangeAsync(id, contents.Version, ciphertext, cancellation))
            {
                contents.Version++;
                return contents;
            }

            if (await FindAsync(secret) is not { } fresh)
            {
                return null;
            }

            contents = fresh;
        }

        throw new DbUpdateConcurrencyException("A draft was changed elsewhere each time it was to be changed here.");
    }

    public Task DeleteAsync(DraftSecret secret, CancellationToken cancellation)
    {
        var id = secret.DraftId;
        return db.Drafts.Where(d => d.Id == id).ExecuteDeleteAsync(cancellation);
    }

    public Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Drafts.Where(d => d.ExpiresAtUtc <= now).ExecuteDeleteAsync(cancellation);
    }

    private static DraftContents? Open(DraftSecret secret, SealedDraft draft)
    {
        var contents = secret.Open(draft.Ciphertext) is { } plain ? DraftContents.FromBytes(plain) : null;
        contents?.Version = draft.Version;
        return contents;
    }
}
