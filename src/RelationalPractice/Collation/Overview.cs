using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>
/// What families said in a period, in numbers. For the quality team alone, who read every response: nothing is rounded or left out. Whatever
/// leaves the team goes through disclosure control.
/// </summary>
public static class Overview
{
    /// <summary>A score this low disagrees with the statement.</summary>
    public const int DisagreesAtMost = 2;

    /// <summary>One audience alone: young people's scores are never pooled with parents'. Withdrawn ones are gone.</summary>
    public static IQueryable<SurveyResponse> Responses(PracticeDbContext db, OverviewFilter filter)
    {
        var (from, to, audience) = (filter.From, filter.To, filter.Audience);
        var responses = db.SurveyResponses.Where(r =>
            r.ReceivedMonth >= from && r.ReceivedMonth <= to && r.State != ResponseState.Withdrawn
            && db.Questionnaires.Any(q => q.Id == r.QuestionnaireId && q.Audience == audience));
        return filter.ServiceAreaId is { } area ? responses.Where(r => r.ServiceAreaId == area) : responses;
    }

    public static IQueryable<ScoreCount> Scores(PracticeDbContext db, OverviewFilter filter) =>
        from answer in db.SurveyAnswers
        join response in Responses(db, filter) on answer.ResponseId equals response.Id
        where answer.Score != null || answer.Choice == DialGroupQuestion.NotSure
        group answer by new { answer.QuestionKey, answer.Score } into same
        select new ScoreCount(same.Key.QuestionKey, same.Key.Score, same.Count());

    /// <summary>How many people spoke of each theme in each direction; who did so in two directions counts in both.</summary>
    public static IQueryable<ThemeCount> Themes(PracticeDbContext db, OverviewFilter filter) =>
        from coding in db.Codings
        join response in Responses(db, filter) on coding.ResponseId equals response.Id
        where !coding.Second
        group coding by new { coding.ThemeId, coding.Direction } into same
        select new ThemeCount(same.Key.ThemeId, same.Key.Direction, same.Select(c => c.ResponseId).Distinct().Count());

    /// <summary>Everybody who scored anything 1 or 2. Each of them is read on their own: an average hides them.</summary>
    public static IQueryable<SurveyResponse> Disagreed(PracticeDbContext db, OverviewFilter filter) =>
        Responses(db, filter).Where(r => db.SurveyAnswers.Any(a => a.ResponseId == r.Id && a.Score <= DisagreesAtMost));

    public static async Task<OverviewFigures> ReadAsync(PracticeDbContext db, OverviewFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var states = await (
            from response in Responses(db, filter)
            group response by response.State into same
            select new { State = same.Key, Count = same.Count(), Late = same.Count(r => r.ReadBy < today) }).ToListAsync(cancellation);
        var disagreed = await (
            from response in Disagreed(db, filter)
            group response by response.State into same
            select new { State = same.Key, Count = same.Count() }).ToListAsync(cancellation);
        return new OverviewFigures(
            Responses: states.Sum(s => s.Count),
            Unread: states.Where(s => s.State == ResponseState.New).Sum(s => s.Count),
            Overdue: states.Where(s => s.State == ResponseState.New).Sum(s => s.Late),
            Disagreed: disagreed.Sum(s => s.Count),
            DisagreedAndRead: disagreed.Where(s => s.State == ResponseState.Read).Sum(s => s.Count),
            Scores: await Scores(db, filter).ToListAsync(cancellation),
            Themes: await Themes(db, filter).ToListAsync(cancellation));
    }
}

/// <param name="To">Inclusive.</param>
public sealed record OverviewFilter(Month From, Month To, Audience Audience, Guid? ServiceAreaId = null);

/// <param name="Score">Null: "not sure".</param>
public sealed record ScoreCount(string QuestionKey, int? Score, int Count);

public sealed record ThemeCount(Guid ThemeId, ThemeDirection Direction, int People);

public sealed record OverviewFigures(
    int Responses, int Unread, int Overdue, int Disagreed, int DisagreedAndRead, IReadOnlyList<ScoreCount> Scores, IReadOnlyList<ThemeCount> Themes);
