using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RelationalPractice.Administration;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Hosting;

/// <summary>What the authority adds to its leaflets, remembered for a minute for each database: anybody may open an e-leaflet.</summary>
public sealed class Letterhead(PracticeDbContext db, IMemoryCache cache)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private object Key => (nameof(Letterhead), db.Database.GetConnectionString());

    public async ValueTask<LetterheadView> GetAsync(CancellationToken cancellation)
    {
        if (cache.TryGetValue(Key, out LetterheadView? known) && known is not null)
        {
            return known;
        }

        var logo = await db.AuthorityLogos.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var words = await db.LeafletWords.AsNoTracking().ToDictionaryAsync(w => (w.Audience, w.Language), w => w.Words, cancellation);
        return cache.Set(Key, new LetterheadView(logo is null ? null : LogoView.Of(logo), words), Fresh);
    }

    /// <summary>After a change that has been saved. Other nodes follow within the minute.</summary>
    public void Changed() => cache.Remove(Key);
}

public sealed record LetterheadView(LogoView? Logo, IReadOnlyDictionary<(Audience Audience, string Language), string> Words)
{
    public string? WordsFor(LeafletText text) => Words.GetValueOrDefault((text.Audience, text.Language));
}

/// <param name="Version">In its address, so that browsers may keep it for good.</param>
public sealed record LogoView(string ContentType, byte[] Content, string Version, int Width, int Height)
{
    private const int VersionLength = 12;

    public static LogoView? Of(AuthorityLogo logo) => PictureFile.Read(logo.Content) is { } picture
        ? new LogoView(logo.ContentType, logo.Content, Convert.ToHexStringLower(SHA256.HashData(logo.Content))[..VersionLength], picture.Width, picture.Height)
        : null;
}
