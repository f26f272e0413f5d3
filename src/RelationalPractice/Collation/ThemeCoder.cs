using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;

namespace RelationalPractice.Collation;

/// <summary>Keeps what somebody coded, also while a colleague changes the codebook.</summary>
public sealed class ThemeCoder(PracticeDbContext db, Chance chance)
{
    private const int MostTries = 5;

    /// <summary>
    /// Codes with each theme, or with the one that it was merged into. Keeps nothing when one of them was retired. What is there
    /// already is not kept twice.
    /// </summary>
    /// <returns>Null when the answer is gone: the family took the response back.</returns>
    public async Task<CodingOutcome?> AddAsync(NewCodings wanted, ChangeContext context, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var outcome = await ResolveAsync(wanted.ThemeIds, cancellation);
            if (outcome.NotInUse.Count > 0)
            {
                return outcome;
            }

            try
            {
                if (await KeepAsync(wanted, outcome, context, cancellation))
                {
                    return outcome;
                }
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // A colleague coded the same response at this moment, or the family took it back.
                if (!await db.SurveyAnswers.AnyAsync(a => a.ResponseId == wanted.ResponseId && a.QuestionKey == wanted.QuestionKey, cancellation))
                {
                    return null;
                }
            }
        }
    }

    /// <summary>Taking the same coding off twice is no harm.</summary>
    public async Task RemoveAsync(Coding coding, string theme, ChangeContext context, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await db.Codings.FindAsync([coding.Id], cancellation) is not { } kept)
            {
                return;
            }

            db.Remove(kept);
            await ChangedAsync(coding.ResponseId, coding.Second, cancellation);
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ThemeUncoded, context with { Reason = theme }, coding.ResponseId));
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // Somebody else did something with this response: look again.
            }
        }
    }

    private async Task<bool> KeepAsync(NewCodings wanted, CodingOutcome outcome, ChangeContext context, CancellationToken cancellation)
    {
        // Before looking for what is there: a colleague's coding in between makes this one's save fail, and it looks again.
        await ChangedAsync(wanted.ResponseId, wanted.Second, cancellation);
        var there = await db.Codings
            .Where(c => c.ResponseId == wanted.ResponseId && c.QuestionKey == wanted.QuestionKey && c.Second == wanted.Second)
            .Where(c => !wanted.Second || c.CoderId == context.ActorId)
            .AsNoTracking().ToListAsync(cancellation);
        var codings = outcome.Themes
            .Where(theme => !there.Exists(c => c.ThemeId == theme.Id && c.Direction == wanted.Direction && c.Stretch == wanted.Stretch))
            .Select(theme => new Coding
            {
                Id = chance.NewId(),
                ResponseId = wanted.ResponseId,
                QuestionKey = wanted.QuestionKey,
                Start = wanted.Stretch?.Start,
                End = wanted.Stretch?.End,
                ThemeId = theme.Id,
                Direction = wanted.Direction,
                CoderId = context.ActorId,
                Second = wanted.Second,
            })
            .ToList();
        if (codings.Count == 0)
        {
            db.ChangeTracker.Clear();
            return true;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.AddRange(codings);
        var names = string.Join(", ", outcome.Themes.Select(theme => theme.Name));
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ThemeCoded, context with { Reason = CodedStretch.Truncate(names, AuditEvent.ReasonMaxLength) }, wanted.ResponseId));
        await db.SaveChangesAsync(cancellation);

        // Whoever writes into the audit log holds its end until they are done, and every change of a theme writes into it: from here to
        // the commit no theme can change. One that changed before is followed, not coded with.
        var ids = outcome.Themes.Select(theme => theme.Id).ToList();
        var now = await db.Themes.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.State }).ToListAsync(cancellation);
        if (now.Exists(theme => theme.State != ThemeState.Active))
        {
            await transaction.RollbackAsync(cancellation);
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    // The second coding measures agreement alone: no decision depends on it.
    private async Task ChangedAsync(Guid responseId, bool second, CancellationToken cancellation)
    {
        if (second)
        {
            return;
        }

        var record = await db.CollationRecords.FindAsync([responseId], cancellation);
        if (record is null)
        {
            db.Add(record = new CollationRecord { ResponseId = responseId });
        }

        record.Changed();
    }

    private async Task<CodingOutcome> ResolveAsync(IReadOnlyList<Guid> themeIds, CancellationToken cancellation)
    {
        var codebook = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Id, cancellation);
        var chosen = themeIds.Select(codebook.GetValueOrDefault).OfType<Theme>().ToList();
        var followed = chosen.Select(theme => (From: theme, To: Follow(theme, codebook))).ToList();
        return new CodingOutcome(
            [.. followed.Select(pair => pair.To).DistinctBy(theme => theme.Id)],
            [.. followed.Where(pair => pair.From.Id != pair.To.Id).Select(pair => pair.From)],
            [.. followed.Where(pair => !pair.To.IsActive).Select(pair => pair.From)]);
    }

    /// <summary>The theme that has taken over, through as many merges as there were.</summary>
    public static Theme Follow(Theme theme, IReadOnlyDictionary<Guid, Theme> codebook)
    {
        while (theme.MergedIntoId is { } into)
        {
            theme = codebook[into];
        }

        return theme;
    }
}

/// <param name="Stretch">Null: the whole answer.</param>
public sealed record NewCodings(
    Guid ResponseId, string QuestionKey, CodedStretch? Stretch, IReadOnlyList<Guid> ThemeIds, ThemeDirection Direction, bool Second);

/// <param name="Themes">Coded with, each once.</param>
/// <param name="Merged">Asked for, and merged into one of those since.</param>
/// <param name="NotInUse">Asked for and retired: because of them nothing was kept.</param>
public sealed record CodingOutcome(IReadOnlyList<Theme> Themes, IReadOnlyList<Theme> Merged, IReadOnlyList<Theme> NotInUse);
