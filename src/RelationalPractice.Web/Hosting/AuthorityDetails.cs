using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RelationalPractice.Administration;
using RelationalPractice.Data;
using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Hosting;

/// <summary>The authority whose pages are being shown, remembered for a minute for each database.</summary>
public sealed class AuthorityDetails(PracticeDbContext db, AuthorityKeys keys, IMemoryCache cache)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public async ValueTask<AuthorityView> GetAsync()
    {
        var key = (nameof(AuthorityDetails), db.Database.GetConnectionString());
        if (cache.TryGetValue(key, out AuthorityView? known) && known is not null)
        {
            return known;
        }

        var authority = await db.Authorities.AsNoTracking().SingleAsync();
        var view = new AuthorityView(authority, keys.Open(authority.ReceiptKey));
        cache.Set(LastKnownKey, view);
        return cache.Set(key, view, Fresh);
    }

    /// <summary>For pages that must still be shown when the database is away: as it was last known.</summary>
    /// <returns>Null when this node has never known it.</returns>
    public async ValueTask<AuthorityView?> GetIfReachableAsync()
    {
        try
        {
            return await GetAsync();
        }
        catch (Exception trouble) when (trouble is DbException or InvalidOperationException or TimeoutException or CryptographicException)
        {
            return cache.Get<AuthorityView>(LastKnownKey);
        }
    }

    private object LastKnownKey => (nameof(LastKnownKey), db.Database.GetConnectionString());
}

public sealed class AuthorityView(Authority authority, byte[] receiptKey)
{
    public string Name { get; } = authority.Name;

    public string Telephone { get; } = authority.Telephone;

    public string Email { get; } = authority.Email;

    public string FrontDoorTelephone { get; } = authority.FrontDoorTelephone;

    public string OutOfHoursTelephone { get; } = authority.OutOfHoursTelephone;

    public string? AdvocacyName { get; } = authority.AdvocacyName;

    public string? AdvocacyTelephone { get; } = authority.AdvocacyTelephone;

    public string? ComplaintsEmail { get; } = authority.ComplaintsEmail;

    public string SafeSite { get; } = authority.SafeSite;

    public byte[] ReceiptKey { get; } = receiptKey;

    public ContactKey ContactKey { get; } = ContactKey.Of(receiptKey);
}
