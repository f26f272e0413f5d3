using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>
/// New responses in the order in which they are read: raised ones first, then by the day they must be read by. Inside one day they
/// stand in the order of their random identifiers, never in the order in which families sent them.
/// </summary>
public static class ReadingQueue
{
    public const int PageSize = 50;

    public static async Task<QueuePage> PageAsync(
        PracticeDbContext db, QueueFilter filter, QueuePosition? after, CancellationToken cancellation)
    {
        var rows = new List<QueueItem>();
        foreach (var raised in after is { Raised: false } ? (bool[])[false] : [true, false])
        {
            var position = after?.Raised == raised ? after : null;
            rows.AddRange(await Part(db, filter, raised, position, PageSize + 1 - rows.Count).ToListAsync(cancellation));
        }

        return rows.Count > PageSize
            ? new QueuePage(rows[..PageSize], rows[PageSize - 1].Position)
            : new QueuePage(rows, Next: null);
    }

    public static async Task<QueueCounts> CountAsync(PracticeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var days = await db.SurveyResponses
            .Where(r => r.State == ResponseState.New)
            .GroupBy(r => new { r.Raised, r.ReadBy })
            .Select(day => new { day.Key.Raised, day.Key.ReadBy, Count = day.Count() })
            .ToListAsync(cancellation);
        return new QueueCounts(
            Unread: days.Sum(d => d.Count),
            Raised: days.Where(d => d.Raised).Sum(d => d.Count),
            Overdue: days.Where(d => d.ReadBy < today).Sum(d => d.Count),
            DueToday: days.Where(d => d.ReadBy == today).Sum(d => d.Count));
    }

    /// <summary>
    /// Raised or not raised by itself: each is one stretch of the index (state, raised, read by), which is entered where the last page
    /// ended, so a page costs the same however long the queue and the table are.
    /// </summary>
    public static IQueryable<QueueItem> Part(PracticeDbContext db, QueueFilter filter, bool raised, QueuePosition? after, int count)
    {
        var responses = db.SurveyResponses.Where(r => r.State == ResponseState.New && r.Raised == raised);
        if (after is not null)
        {
            responses = responses.Where(r => r.ReadBy >= after.ReadBy && (r.ReadBy > after.ReadBy || r.Id > after.ResponseId));
        }

        if (filter.Tier is { } tier)
        {
            var stored = tier.ToString();
            responses = responses.Where(r => EF.Property<string>(r, "tier") == stored);
        }

        if (filter.Audience is { } audience)
        {
            responses = responses.Where(r => r.Questionnaire!.Audience == audience);
        }

        return responses
            .OrderBy(r => r.ReadBy).ThenBy(r => r.Id)
            .Take(count)
            .Select(r => new QueueItem(
                r.Id, r.Questionnaire!.Audience, EF.Property<string>(r, "tier"), r.ServiceArea!.Name, r.ReadBy!.Value, r.Raised));
    }
}

public sealed record QueueFilter(Audience? Audience = null, Tier? Tier = null);

public sealed record QueuePage(IReadOnlyList<QueueItem> Items, QueuePosition? Next);

public sealed record QueueItem(Guid ResponseId, Audience Audience, string StoredTier, string? ServiceArea, DateOnly ReadBy, bool Raised)
{
    public Tier Tier => Enum.Parse<Tier>(StoredTier);

    public QueuePosition Position => new(Raised, ReadBy, ResponseId);
}

public sealed record QueueCounts(int Unread, int Raised, int Overdue, int DueToday);
