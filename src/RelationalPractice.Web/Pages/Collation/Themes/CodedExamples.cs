using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

/// <summary>
/// What families said that was coded with a theme. These are raw words: each response is written into the audit log as opened, before anything is shown.
/// </summary>
public sealed class CodedExamples(PracticeDbContext db, CurrentStaff staff, CodingSettings settings)
{
    public const int PageSize = 25;

    /// <param name="filter">Null: of any time and audience.</param>
    /// <param name="after">The coding after which to go on.</param>
    public async Task<CodedPage> ReadAsync(Guid themeId, OverviewFilter? filter, Guid? after, int count, CancellationToken cancellation)
    {
        var responses = filter is null ? db.SurveyResponses.Where(r => r.State != ResponseState.Withdrawn) : Overview.Responses(db, filter);
        var codings = db.Codings.Where(c => c.ThemeId == themeId && !c.Second);
        if (after is { } position)
        {
            codings = codings.Where(c => c.Id > position);
        }

        var rows = await (
            from coding in codings
            join response in responses on coding.ResponseId equals response.Id
            join answer in db.SurveyAnswers on new { coding.ResponseId, coding.QuestionKey } equals new { answer.ResponseId, answer.QuestionKey }
            where answer.Text != null
            orderby coding.Id
            select new
            {
                Coding = coding,
                answer.Text,
                response.QuestionnaireId,
                Record = db.CollationRecords.FirstOrDefault(r => r.ResponseId == coding.ResponseId),
                CodedFirst = db.Codings.Any(c => c.ResponseId == coding.ResponseId && !c.Second && c.CoderId == staff.Id),
            }).AsNoTracking().Take(count + 1).ToListAsync(cancellation);
        var shown = rows.Take(count)
            .Where(row => !WaitsForSecondCoding(row.Coding.ResponseId, row.Record, row.CodedFirst))
            .Select(row => new CodedExample(row.Coding, row.Coding.WordsOf(row.Text!), row.QuestionnaireId))
            .ToList();
        await WriteDownAsync(shown, cancellation);
        return new CodedPage(shown, rows.Count > count ? rows[count - 1].Coding.Id : null);
    }

    // Whoever may still be its second coder must not learn here how the first one coded it.
    private bool WaitsForSecondCoding(Guid responseId, CollationRecord? record, bool codedFirst) =>
        record?.ThemedAgainById is null && !codedFirst && record?.ThemedById != staff.Id && DoubleCoding.Chosen(responseId, settings.DoubleCodingShare);

    private async Task WriteDownAsync(List<CodedExample> shown, CancellationToken cancellation)
    {
        db.AuditEvents.AddRange(shown.Select(example => example.Coding.ResponseId).Distinct()
            .Select(response => AuditEvent.Of(AuditEventKind.ResponseOpened, staff.For("Words coded with a theme"), response)));
        await db.SaveChangesAsync(cancellation);
    }
}

public sealed record CodedExample(Coding Coding, string Words, Guid QuestionnaireId);

/// <param name="Next">The last coding looked at, when there are more.</param>
public sealed record CodedPage(IReadOnlyList<CodedExample> Examples, Guid? Next);
