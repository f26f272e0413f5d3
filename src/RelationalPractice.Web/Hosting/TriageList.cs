using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Hosting;

/// <summary>
/// The words that raise a response, remembered for a minute for each database: what is sent in that minute by an older list is weighed again
/// within ten (Schedule).
/// </summary>
public sealed class TriageList(PracticeDbContext db, Questionnaires questionnaires, IMemoryCache cache)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private (string Kind, string? Database) Key => (nameof(TriageList), db.Database.GetConnectionString());

    public async ValueTask<TriageWords> GetAsync()
    {
        if (cache.TryGetValue(Key, out TriageWords? known) && known is not null)
        {
            return known;
        }

        return cache.Set(Key, TriageWords.Of(await db.TriageWords.Select(word => word.Text).ToListAsync()), Fresh);
    }

    /// <summary>After a change of the list, which has been saved.</summary>
    /// <returns>How many unread responses moved to the head of the queue or away from it.</returns>
    public Task<int> ChangedAsync(CancellationToken cancellation)
    {
        cache.Remove(Key);
        return WeighAgainAsync(cancellation);
    }

    public Task<int> WeighAgainAsync(CancellationToken cancellation) => RaisedAgain.WeighAsync(db, questionnaires.GetAsync, cancellation);
}
