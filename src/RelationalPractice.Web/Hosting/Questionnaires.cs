using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Hosting;

/// <summary>
/// Published questionnaires, remembered by identifier: a version never changes and its random identifier is of one database only.
/// </summary>
public sealed class Questionnaires(PracticeDbContext db, Glossary glossary, IMemoryCache cache)
{
    public async ValueTask<Questionnaire> GetAsync(Guid id)
    {
        if (cache.TryGetValue((nameof(Questionnaires), id), out Questionnaire? known) && known is not null)
        {
            return known;
        }

        var published = await db.Questionnaires.AsNoTracking().SingleAsync(q => q.Id == id);
        return cache.Set((nameof(Questionnaires), id), QuestionnaireFile.Parse(published.Definition, $"questionnaire {published.Version}", glossary));
    }

    public Task<Guid> CurrentAsync(Audience audience, string language = "en") => db.Questionnaires
        .Where(q => q.Audience == audience && q.Language == language && q.Current)
        .Select(q => q.Id)
        .SingleAsync();
}
