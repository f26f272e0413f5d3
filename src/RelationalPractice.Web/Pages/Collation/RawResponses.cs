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
public sealed class RawResponses(PracticeDbContext db, Questionnaires questionnaires, TriageList words, CurrentStaff staff)
{
    public static readonly Missing TakenBack = new(
        "That response is not here", "The family may have taken it back since the queue was shown.", CollationLinks.Queue(), "Go to the responses");

    /// <summary>
    /// Not tracked. Writes down that it was opened before anything is shown: what cannot be written into the log is not opened. Claims it for
    /// the reader, unless a colleague has it open.
    /// </summary>
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
        var now = staff.For().AtUtc;
        var mine = await ReadingClaims.TakeAsync(db, id, staff.Id, now, cancellation);
        var held = mine is null ? (await ReadingClaims.HeldAsync(db, [id], now, cancellation)).GetValueOrDefault(id) : null;
        return new RawResponse(response, await questionnaires.GetAsync(response.QuestionnaireId))
        {
            ClaimedUntilUtc = mine,
            HeldBy = held?.StaffMemberId == staff.Id ? null : held,
        };
    }

    /// <summary>Why it stands at the head of the queue, by the list of words as it is now; empty for one that is not raised.</summary>
    public async Task<IReadOnlyList<RaisedReason>> ReasonsAsync(RawResponse raw) =>
        raw.Response.Raised ? [.. Triage.Reasons(raw.Questionnaire, Reading.ValuesOf(raw.Response.Answers), await words.GetAsync())] : [];

    /// <summary>The same for several of the queue, none of which is opened by it: what a family wrote is not in the reasons shown there.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<RaisedReason>>> ReasonsAsync(IReadOnlyCollection<Guid> raised, CancellationToken cancellation)
    {
        var reasons = new Dictionary<Guid, IReadOnlyList<RaisedReason>>();
        foreach (var response in await Readable().Where(r => raised.Contains(r.Id)).Include(r => r.Answers).AsNoTracking().ToListAsync(cancellation))
        {
            reasons.Add(response.Id, await ReasonsAsync(new RawResponse(response, await questionnaires.GetAsync(response.QuestionnaireId))));
        }

        return reasons;
    }

    /// <summary>Tracked and without its answers, for a decision about it.</summary>
    public Task<SurveyResponse?> FindAsync(Guid id, CancellationToken cancellation) =>
        Readable().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    private IQueryable<SurveyResponse> Readable() => db.SurveyResponses.Where(r => r.State != ResponseState.Withdrawn);
}

public sealed record RawResponse(SurveyResponse Response, Questionnaire Questionnaire)
{
    /// <summary>When the reader's own claim ends; null when a colleague has it.</summary>
    public DateTime? ClaimedUntilUtc { get; init; }

    /// <summary>The colleague who has it open.</summary>
    public HeldResponse? HeldBy { get; init; }

    public IReadOnlyList<ReadQuestion> Questions => Reading.Of(Questionnaire, Response.Answers);
}
