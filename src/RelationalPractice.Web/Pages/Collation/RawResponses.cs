using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>The one way in which a page comes to a response as the family wrote it.</summary>
public sealed class RawResponses(PracticeDbContext db, Questionnaires questionnaires, CurrentStaff staff)
{
    public static readonly Missing TakenBack = new(
        "That response is not here", "The family may have taken it back since the queue was shown.", CollationLinks.Queue(), "Go to the responses");

    /// <summary>Not tracked. Writes down that it was opened before anything is shown: what cannot be written into the log is not opened.</summary>
    /// <returns>Null when there is none, or the family took it back.</returns>
    public async Task<RawResponse?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var response = await Readable().Include(r => r.Answers).Include(r => r.ServiceArea).AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (response is null)
        {
            return null;
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ResponseOpened, staff.For(), id));
        await db.SaveChangesAsync(cancellation);
        return new RawResponse(response, await questionnaires.GetAsync(response.QuestionnaireId));
    }

    /// <summary>Tracked and without its answers, for a decision about it.</summary>
    public Task<SurveyResponse?> FindAsync(Guid id, CancellationToken cancellation) =>
        Readable().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    private IQueryable<SurveyResponse> Readable() => db.SurveyResponses.Where(r => r.State != ResponseState.Withdrawn);
}

public sealed record RawResponse(SurveyResponse Response, Questionnaire Questionnaire)
{
    public IReadOnlyList<ReadQuestion> Questions => Reading.Of(Questionnaire, Response.Answers);
}
