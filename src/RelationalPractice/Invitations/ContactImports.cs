using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Data;

namespace RelationalPractice.Invitations;

/// <summary>The steps of an import. Each begins from what its page or job has seen: whoever comes second finds it gone on, and changes nothing.</summary>
public static class ContactImports
{
    /// <summary>A file that nobody keeps or gives up is given up after this time.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <returns>False when somebody else was first.</returns>
    public static async Task<bool> GoOnAsync(
        PracticeDbContext db, Guid id, int version, ContactImportState state, AuditEvent entry, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await MoveAsync(db, id, version, state, cancellation))
        {
            return false;
        }

        db.AuditEvents.Add(entry);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Within a transaction: nobody else passes this line until it ends. The file goes with the last step.</summary>
    public static async Task<bool> MoveAsync(PracticeDbContext db, Guid id, int version, ContactImportState state, CancellationToken cancellation)
    {
        var import = db.ContactImports.Where(i => i.Id == id && i.Version == version);
        return await (HasNoFile(state)
            ? import.ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, state).SetProperty(i => i.Version, version + 1).SetProperty(i => i.Content, (byte[]?)null), cancellation)
            : import.ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, state).SetProperty(i => i.Version, version + 1).SetProperty(i => i.LinesDone, 0), cancellation)) == 1;
    }

    /// <summary>Gives up what has lain for a day, whatever became of it: the file holds families' names.</summary>
    public static Task<int> ForgetOldAsync(PracticeDbContext db, DateTime nowUtc, CancellationToken cancellation)
    {
        var before = nowUtc - KeptFor;
        return db.ContactImports.Where(i => i.Content != null && i.UploadedAtUtc < before)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, i => i.State == ContactImportState.Failed ? ContactImportState.Failed : ContactImportState.GivenUp)
                    .SetProperty(i => i.Version, i => i.Version + 1).SetProperty(i => i.Content, (byte[]?)null),
                cancellation);
    }

    private static bool HasNoFile(ContactImportState state) => state is ContactImportState.Kept or ContactImportState.GivenUp or ContactImportState.Failed;
}

/// <summary>Seals a file of families until it is kept or given up.</summary>
public sealed class ContactFileSeal(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("RelationalPractice.ContactFile.v1");

    /// <summary>Pressed together first: such files repeat themselves, and SQLite reads the whole row to find it.</summary>
    public byte[] Seal(byte[] content)
    {
        using var small = new MemoryStream();
        using (var press = new GZipStream(small, CompressionLevel.Fastest))
        {
            press.Write(content);
        }

        return _protector.Protect(small.ToArray());
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys it was sealed with are gone.</exception>
    public byte[] Open(byte[] sealedContent)
    {
        using var whole = new MemoryStream();
        using var pressed = new GZipStream(new MemoryStream(_protector.Unprotect(sealedContent)), CompressionMode.Decompress);
        pressed.CopyTo(whole);
        return whole.ToArray();
    }
}
