using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;

namespace RelationalPractice.Collation;

/// <summary>How far first and second coders chose the same themes for the same answers. An answer either speaks of a theme or not; stretches and directions are not compared.</summary>
/// <param name="Answers">Judged by two coders.</param>
/// <param name="Yes">Answers for which at least one coder chose the theme.</param>
public sealed record CoderAgreement(Guid? ThemeId, int Answers, int Yes, double? Kappa, double? Alpha)
{
    /// <summary>Over all themes first, then each theme that anybody chose.</summary>
    public static IReadOnlyList<CoderAgreement> Of(IReadOnlyList<DoublyCodedAnswer> answers)
    {
        var themes = answers.SelectMany(answer => answer.First.Union(answer.Second)).Distinct().Order().ToList();
        return
        [
            Of(null, answers.Count, [.. themes.SelectMany(theme => answers.Select(answer => answer.Judged(theme)))]),
            .. themes.Select(theme => Of(theme, answers.Count, [.. answers.Select(answer => answer.Judged(theme))])),
        ];
    }

    public static async Task<IReadOnlyList<DoublyCodedAnswer>> ReadAsync(PracticeDbContext db, CancellationToken cancellation)
    {
        var twice = db.CollationRecords.Where(r => r.ThemedById != null && r.ThemedAgainById != null);
        var answers = await (
            from record in twice
            join answer in db.SurveyAnswers on record.ResponseId equals answer.ResponseId
            where answer.Text != null
            select new { record.ResponseId, answer.QuestionKey }).ToListAsync(cancellation);
        var codings = await (
            from record in twice
            join coding in db.Codings on record.ResponseId equals coding.ResponseId
            where !coding.Second || coding.CoderId == record.ThemedAgainById
            select new { coding.ResponseId, coding.QuestionKey, coding.ThemeId, coding.Second }).ToListAsync(cancellation);
        var themes = codings.ToLookup(c => (c.ResponseId, c.QuestionKey, c.Second), c => c.ThemeId);
        return
        [
            .. answers.Select(answer => new DoublyCodedAnswer(
                themes[(answer.ResponseId, answer.QuestionKey, false)].ToHashSet(), themes[(answer.ResponseId, answer.QuestionKey, true)].ToHashSet())),
        ];
    }

    private static CoderAgreement Of(Guid? theme, int answers, IReadOnlyList<(bool First, bool Second)> judged) => new(
        theme, answers, judged.Count(pair => pair.First || pair.Second), Agreement.Kappa(judged), Agreement.Alpha(judged.Select(pair => new[] { pair.First, pair.Second })));
}

/// <summary>The themes that each of the two coders chose for one answer.</summary>
public sealed record DoublyCodedAnswer(IReadOnlySet<Guid> First, IReadOnlySet<Guid> Second)
{
    public (bool First, bool Second) Judged(Guid theme) => (First.Contains(theme), Second.Contains(theme));
}
