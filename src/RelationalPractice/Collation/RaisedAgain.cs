using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>Weighs what nobody has read yet by the list of words as it is now.</summary>
public static class RaisedAgain
{
    private const int BatchSize = 200;

    /// <summary>
    /// Batch by batch, so that however many wait, few are in memory. May run on several nodes at once, and beside reading, sending and
    /// changes of the list: each batch takes the list anew, and what a run misses the next one finds.
    /// </summary>
    /// <param name="questionnaire">Finds one by its identifier.</param>
    /// <returns>How many moved to the head of the queue or away from it.</returns>
    public static async Task<int> WeighAsync(PracticeDbContext db, Func<Guid, ValueTask<Questionnaire>> questionnaire, CancellationToken cancellation)
    {
        var moved = 0;
        for (Guid? last = null; ;)
        {
            var words = TriageWords.Of(await db.TriageWords.Select(word => word.Text).ToListAsync(cancellation));
            var batch = await Unread(db, last).OrderBy(r => r.Id).Take(BatchSize).Include(r => r.Answers).AsNoTracking().ToListAsync(cancellation);
            foreach (var raised in (bool[])[true, false])
            {
                var wrong = new List<Guid>();
                foreach (var response in batch.Where(r => r.Raised != raised))
                {
                    if (Triage.Reasons(await questionnaire(response.QuestionnaireId), Reading.ValuesOf(response.Answers), words).Any() == raised)
                    {
                        wrong.Add(response.Id);
                    }
                }

                if (wrong.Count == 0)
                {
                    continue;
                }

                moved += await db.SurveyResponses.Where(r => wrong.Contains(r.Id) && r.State == ResponseState.New)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.Raised, raised), cancellation);
            }

            if (batch.Count < BatchSize)
            {
                return moved;
            }

            last = batch[^1].Id;
        }
    }

    private static IQueryable<SurveyResponse> Unread(PracticeDbContext db, Guid? after)
    {
        var unread = db.SurveyResponses.Where(r => r.State == ResponseState.New);
        return after is { } last ? unread.Where(r => r.Id > last) : unread;
    }
}
