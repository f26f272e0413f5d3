using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Supervision;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Supervision;

/// <summary>
/// The one way in which a page of a worker or manager comes to families' words: released, and about a worker of theirs. What is opened is
/// written into the log before it is shown, and so is an address that leads to something else.
/// </summary>
public sealed class ReleasedResponses(
    PracticeDbContext db, Questionnaires questionnaires, PersonalDataProtector personalData, ReleasedContact contacts, CurrentStaff staff, TimeProvider clock)
{
    /// <summary>Workers of the teams that whoever has signed in manages.</summary>
    public IQueryable<Worker> Managed => SupervisedWorkers.ManagedBy(db, staff.Id);

    /// <summary>Whoever has signed in, as a worker.</summary>
    public IQueryable<Worker> Own => SupervisedWorkers.Of(db, staff.Id, LocalTime.Today(clock));

    /// <summary>A worker of the reader's with what was released about them. Not tracked.</summary>
    /// <returns>Null, and a line in the log, when it is no worker of the reader's.</returns>
    public async Task<WorkerFeedback?> OfWorkerAsync(Guid workerId, IQueryable<Worker> workers, CancellationToken cancellation)
    {
        var about = workers.Where(w => w.Id == workerId);
        if (await about.Include(w => w.Team).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } worker)
        {
            await WriteAsync(AuditEventKind.EntryRefused, workerId, cancellation);
            return null;
        }

        await WriteAsync(AuditEventKind.ReleasedFeedbackOpened, workerId, cancellation);
        var releases = await SupervisedWorkers.ReleasedAbout(db, about).Include(r => r.Excerpts).AsNoTracking().ToListAsync(cancellation);
        var ids = releases.Select(r => r.ResponseId).ToList();
        var opened = await db.AuditEvents
            .Where(e => e.Kind == AuditEventKind.ReleasedFeedbackOpened && e.ActorId == staff.Id && e.Reason == null && ids.Contains(e.SubjectId!.Value))
            .Select(e => e.SubjectId!.Value).Distinct().ToListAsync(cancellation);
        var records = await RecordsAsync(workerId, cancellation);
        var responses = new List<ReleasedResponse>();
        foreach (var release in releases)
        {
            responses.Add(await ReadAsync(release) with
            {
                IsNew = !opened.Contains(release.ResponseId),
                IsWaiting = !records.Any(record => record.Record.Outcomes.Any(o => o.ResponseId == release.ResponseId)),
            });
        }

        return new WorkerFeedback(worker, ReleasedResponse.InOrder(responses), records, Month.Of(LocalTime.Today(clock)));
    }

    /// <summary>One family's feedback about a worker of the reader's. Not tracked.</summary>
    /// <returns>Null, and a line in the log, when there is no such feedback for this reader; null also when the family took it back.</returns>
    public async Task<ReleasedResponse?> OpenAsync(Guid responseId, IQueryable<Worker> workers, CancellationToken cancellation)
    {
        var release = await SupervisedWorkers.ReleasedAbout(db, workers).Include(r => r.Excerpts).AsNoTracking()
            .SingleOrDefaultAsync(r => r.ResponseId == responseId, cancellation);
        if (release is null)
        {
            await WriteAsync(AuditEventKind.EntryRefused, responseId, cancellation);
            return null;
        }

        if (release.WithdrawnOn is not null)
        {
            return null;
        }

        await WriteAsync(AuditEventKind.ReleasedFeedbackOpened, responseId, cancellation);
        return await ReadAsync(release);
    }

    /// <summary>What the same respondent, where that is known, gave about the same worker: oldest first, with this one. Empty where it is the only one.</summary>
    public async Task<IReadOnlyList<ReleasedResponse>> OverTimeAsync(ReleasedResponse response, CancellationToken cancellation)
    {
        var same = await contacts.SameRespondentAsync(response.Release.ResponseId, cancellation);
        var releases = await db.Releases.Where(r => same.Contains(r.ResponseId) && r.Audience == response.Release.Audience)
            .Include(r => r.Excerpts).AsNoTracking().OrderBy(r => r.ReceivedOn).ThenBy(r => r.ResponseId).ToListAsync(cancellation);
        if (releases.Count < 2)
        {
            return [];
        }

        var responses = new List<ReleasedResponse>();
        foreach (var release in releases)
        {
            responses.Add(await ReadAsync(release));
            // With a reason: their words are still to be opened.
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ReleasedFeedbackOpened, staff.For("Scores over time"), release.ResponseId));
        }

        await db.SaveChangesAsync(cancellation);
        return responses;
    }

    public async Task WriteAsync(AuditEventKind kind, Guid subjectId, CancellationToken cancellation)
    {
        db.AuditEvents.Add(AuditEvent.Of(kind, staff.For(), subjectId));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<IReadOnlyList<RecordedSupervision>> RecordsAsync(Guid workerId, CancellationToken cancellation) =>
        await db.SupervisionRecords.Where(r => r.WorkerId == workerId).Include(r => r.Outcomes).AsNoTracking()
            .OrderByDescending(r => r.HeldOn).ThenBy(r => r.Id)
            .Join(db.Users, r => r.ManagerId, s => s.Id, (record, manager) => new RecordedSupervision(record, manager.DisplayName))
            .ToListAsync(cancellation);

    private async Task<ReleasedResponse> ReadAsync(Release release) => new(
        release, FeedbackReading.Of(await questionnaires.GetAsync(release.QuestionnaireId), release.Excerpts), personalData.Reveal(release.RespondentName));
}
