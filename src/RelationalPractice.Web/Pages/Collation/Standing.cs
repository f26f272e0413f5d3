using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>How far a response has come. Not tracked.</summary>
/// <param name="Version">Of the collation record: a decision holds for what its maker saw.</param>
public sealed record Standing(int Version, Guid? RedactedById, IReadOnlyList<Redaction> Redactions, Release? Release)
{
    public const string ChangedMeanwhile = "Something changed since you opened this page. What is here now is the newest: look at it, then decide again";

    public bool IsReleased => Release is { Decision: ReleaseDecision.Released };

    public static async Task<Standing> OfAsync(PracticeDbContext db, Guid responseId, CancellationToken cancellation)
    {
        var record = await db.CollationRecords.AsNoTracking().SingleOrDefaultAsync(r => r.ResponseId == responseId, cancellation);
        return new Standing(
            record?.Version ?? 0,
            record?.RedactedById,
            await db.Redactions.AsNoTracking().Where(r => r.ResponseId == responseId).OrderBy(r => r.Start).ToListAsync(cancellation),
            await db.Releases.AsNoTracking().Include(r => r.Excerpts).SingleOrDefaultAsync(r => r.ResponseId == responseId, cancellation));
    }

    /// <summary>The words that are hidden, which nothing written for others may repeat.</summary>
    public IEnumerable<string> HiddenWords(IEnumerable<SurveyAnswer> answers) =>
        from answer in answers
        where answer.Text is not null
        from part in RedactedText.Parts(answer.Text!, Redactions.Where(r => r.QuestionKey == answer.QuestionKey))
        where part.Hidden is not null
        select part.Words;
}
