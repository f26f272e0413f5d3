using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RelationalPractice.Collation;
using RelationalPractice.Data;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>
/// The suggester of this database, with the codebook as it is now and the latest codings, learned anew every few minutes. It keeps words as stems in
/// memory alone; those of a response that the family took back are gone with the next learning.
/// </summary>
public sealed class ThemeSuggestions(PracticeDbContext db, IMemoryCache cache)
{
    public const int MostCodings = 3_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <param name="without">A response whose own codings teach nothing: a second coder must not guess the first one's.</param>
    public async Task<ThemeSuggester> GetAsync(IReadOnlyList<Theme> themes, Guid? without, CancellationToken cancellation)
    {
        var learned = await LearnedAsync(cancellation);
        var lists = themes.Where(theme => theme.IsActive).Select(theme => new SuggestedTheme(theme.Id, theme.Words));
        return new ThemeSuggester(lists, learned.Where(coded => coded.ResponseId != without));
    }

    private async Task<IReadOnlyList<CodedWords>> LearnedAsync(CancellationToken cancellation)
    {
        // One process may serve several authorities: what one of them coded is not for another.
        var key = (nameof(ThemeSuggestions), db.Database.GetConnectionString());
        if (cache.TryGetValue(key, out IReadOnlyList<CodedWords>? known) && known is not null)
        {
            return known;
        }

        var rows = await (
            from coding in db.Codings
            join response in db.SurveyResponses on coding.ResponseId equals response.Id
            join answer in db.SurveyAnswers on new { coding.ResponseId, coding.QuestionKey } equals new { answer.ResponseId, answer.QuestionKey }
            where !coding.Second && answer.Text != null
            orderby response.ReceivedMonth descending, coding.Id
            select new { Coding = coding, answer.Text }).AsNoTracking().Take(MostCodings).ToListAsync(cancellation);
        return cache.Set<IReadOnlyList<CodedWords>>(
            key,
            [.. rows.Select(row => CodedWords.Of(row.Coding.ResponseId, row.Coding.ThemeId, row.Coding.QuestionKey, row.Coding.WordsOf(row.Text!)))],
            Kept);
    }
}
