using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Invitations.Import;

namespace RelationalPractice.Web.Jobs;

/// <summary>
/// Weighs and keeps the files that wait for it. A file left halfway by a process that died is begun again; two processes at the same file
/// do the work twice and write it once, because each step counts only from the version it began at.
/// </summary>
public sealed class ContactImportRun(
    PracticeDbContext db, AuthorityDetails details, PersonalDataProtector protector, ContactFileSeal seal, IBulk bulk, Chance chance, TimeProvider clock)
{
    private const int ProgressEvery = 5_000;
    private const int MostTries = 3;

    /// <returns>False when nothing waits.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        var next = await db.ContactImports.AsNoTracking()
            .Where(i => i.State == ContactImportState.Checking || i.State == ContactImportState.Keeping)
            .OrderBy(i => i.UploadedAtUtc).ThenBy(i => i.Id)
            .FirstOrDefaultAsync(cancellation);
        if (next is null)
        {
            return false;
        }

        if (next.Mapping is null || ContactFile.Open(seal, next.Content) is not { } file)
        {
            await FailAsync(next, "The file cannot be opened any more. Read it in again", cancellation);
            return true;
        }

        try
        {
            await (next.State == ContactImportState.Checking ? CheckAsync(next, file, cancellation) : KeepAsync(next, file, cancellation));
        }
        catch (CryptographicException)
        {
            db.ChangeTracker.Clear();
            await FailAsync(next, "Somebody who is known cannot be read any more, because the keys are gone. Nothing was kept", cancellation);
        }

        return true;
    }

    private async Task CheckAsync(ContactImport import, ContactFile file, CancellationToken cancellation)
    {
        var weighing = await WeighingAsync(import, file, keeping: false, cancellation);
        var lines = await WeighAsync(import, file, row => weighing.Weigh(row.Number, row.Cells), cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await ContactImports.MoveAsync(db, import.Id, import.Version, ContactImportState.Checked, cancellation))
        {
            // SQLite looks the import up for every line, and reads the whole row with its file to do so: a file of 7 MB made that seven minutes.
            var row = db.ContactImports.Where(i => i.Id == import.Id);
            await row.ExecuteUpdateAsync(set => set.SetProperty(i => i.Content, (byte[]?)null), cancellation);
            await WriteLinesAsync(import.Id, lines, cancellation);
            await row.ExecuteUpdateAsync(set => set.SetProperty(i => i.Content, import.Content), cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>Everything that the dry run took, or nothing. A line that fits no more, because something changed since, is refused now with its reason.</summary>
    private async Task KeepAsync(ContactImport import, ContactFile file, CancellationToken cancellation)
    {
        var shown = await db.ContactImportLines.Where(l => l.ImportId == import.Id).OrderBy(l => l.Line)
            .Select(l => new WeighedLine(l.Line, l.Fate, l.Reason)).ToListAsync(cancellation);
        var refused = shown.Where(l => l.Fate == ContactImportFate.Refused).ToDictionary(l => l.Number);
        for (var tries = 0; tries < MostTries; tries++)
        {
            db.ChangeTracker.Clear();
            var weighing = await WeighingAsync(import, file, keeping: true, cancellation);
            var lines = await WeighAsync(
                import, file,
                row => refused.TryGetValue(row.Number, out var line) ? line : weighing.Weigh(row.Number, row.Cells),
                cancellation);
            try
            {
                await WriteAsync(import, weighing, lines.SequenceEqual(shown) ? null : lines, cancellation);
                return;
            }
            catch (Exception refusal) when (IsLostRace(refusal))
            {
                // Somebody changed one of these families at this moment: weighed again, against what is there now.
            }
        }

        db.ChangeTracker.Clear();
        await FailAsync(import, "These families were changed by others again and again while they were to be kept. Nothing was kept: read the file in again", cancellation);
    }

    // Rows that are written in bulk are refused without EF's own exception around it.
    private static bool IsLostRace(Exception refusal) => refusal switch
    {
        DbUpdateException update => update.IsLostRace(),
        DbException bare => new DbUpdateException("Written in bulk.", bare).IsLostRace(),
        _ => false,
    };

    /// <param name="lines">Null where they are as the dry run showed them.</param>
    private async Task WriteAsync(ContactImport import, ContactWeighing weighing, IReadOnlyList<WeighedLine>? lines, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await ContactImports.MoveAsync(db, import.Id, import.Version, ContactImportState.Kept, cancellation))
        {
            return;
        }

        await db.SaveChangesAsync(cancellation);
        await bulk.WriteAsync(db, weighing.NewFamilies.OrderBy(f => bulk.Rank(f.Id)), cancellation);
        await bulk.WriteAsync(db, weighing.NewPeople.OrderBy(p => bulk.Rank(p.Id)), cancellation);
        await bulk.WriteAsync(db, weighing.NewMembers, cancellation);
        if (lines is not null)
        {
            await WriteLinesAsync(import.Id, lines, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task<ContactWeighing> WeighingAsync(ContactImport import, ContactFile file, bool keeping, CancellationToken cancellation)
    {
        var key = (await details.GetAsync()).ContactKey;
        var known = await ContactsKnown.LoadAsync(db, key.HashOfName, tracked: keeping, cancellation);
        return new ContactWeighing(
            known, ContactColumns.FromJson(import.Mapping!), file.Headings.Count, key,
            keeping ? ContactSeal.Of(protector) : ContactSeal.Dry(protector), chance.NewId, LocalTime.Today(clock));
    }

    private async Task<IReadOnlyList<WeighedLine>> WeighAsync(
        ContactImport import, ContactFile file, Func<ContactRow, WeighedLine> weigh, CancellationToken cancellation)
    {
        var lines = new List<WeighedLine>(file.Rows.Count);
        foreach (var rows in file.Rows.Chunk(ProgressEvery))
        {
            lines.AddRange(rows.Select(weigh));
            await db.ContactImports.Where(i => i.Id == import.Id && i.Version == import.Version)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.LinesDone, lines.Count), cancellation);
        }

        return lines;
    }

    private async Task WriteLinesAsync(Guid importId, IEnumerable<WeighedLine> lines, CancellationToken cancellation)
    {
        await db.ContactImportLines.Where(l => l.ImportId == importId).ExecuteDeleteAsync(cancellation);
        await bulk.WriteAsync(
            db, lines.Select(l => new ContactImportLine { ImportId = importId, Line = l.Number, Fate = l.Fate, Reason = l.Reason }), cancellation);
    }

    private async Task FailAsync(ContactImport import, string trouble, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await ContactImports.MoveAsync(db, import.Id, import.Version, ContactImportState.Failed, cancellation))
        {
            await db.ContactImports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Trouble, trouble), cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}
