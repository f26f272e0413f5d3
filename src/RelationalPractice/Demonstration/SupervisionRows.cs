using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>
/// A little released feedback about the worker who signs in, and one supervision, so that the worker and the manager find something to read.
/// Those responses came by the worker's own link.
/// </summary>
internal sealed class SupervisionRows(PracticeDbContext db, DemonstrationOptions options)
{
    private const int MostReleased = 12;

    private DateOnly ReleasedOn => options.Today.AddDays(-14);

    public async Task AddAsync(CancellationToken cancellation)
    {
        var worker = await db.Workers.FirstAsync(w => w.StaffMemberId != null, cancellation);
        var managerId = await db.TeamManagers.Where(m => m.TeamId == worker.TeamId).Select(m => m.StaffMemberId).FirstAsync(cancellation);
        var readerId = await db.StaffRoles.Where(r => r.Role == Role.QualityAssurance).Select(r => r.StaffMemberId).OrderBy(id => id).FirstAsync(cancellation);
        var responses = await db.Set<WorkerResponse>().Include(r => r.Answers).Include(r => r.Questionnaire)
            .Where(r => r.WorkerId == worker.Id && r.State == ResponseState.Read)
            .OrderByDescending(r => r.ReceivedMonth).ThenBy(r => r.Id).Take(MostReleased).ToListAsync(cancellation);
        var reader = new ChangeContext(readerId, ReleasedOn.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc));
        foreach (var response in responses)
        {
            response.MatchTo(worker.Id);
            db.Releases.Add(ReleaseOf(response, readerId, worker.Id));
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.ResponseReleased, reader, response.Id));
        }

        await db.SaveChangesAsync(cancellation);
        if (responses is [.., var oldest])
        {
            var record = Supervision(oldest.Id, worker.Id, managerId);
            db.SupervisionRecords.Add(record);
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.SupervisionRecorded, new ChangeContext(managerId, reader.AtUtc.AddDays(7)), record.Id));
            await db.SaveChangesAsync(cancellation);
        }

        db.ChangeTracker.Clear();
    }

    private Release ReleaseOf(WorkerResponse response, Guid readerId, Guid workerId)
    {
        var named = response as NamedResponse;
        var release = new Release
        {
            ResponseId = response.Id,
            StoredTier = response.Tier.ToString(),
            Decision = ReleaseDecision.Released,
            DecidedById = readerId,
            DecidedOn = ReleasedOn,
            WorkerId = workerId,
            Audience = response.Questionnaire!.Audience,
            QuestionnaireId = response.QuestionnaireId,
            ReceivedMonth = response.ReceivedMonth,
            ReceivedOn = named?.ReceivedOn,
            RespondentName = named?.RespondentName,
            ScoresOnly = response is WorkerOnlyResponse { ScoresOnly: true },
        };
        release.Show(response.Answers.Where(a => !release.ScoresOnly || a.Text is null).Select(a => new ReleasedExcerpt
        {
            ResponseId = a.ResponseId,
            QuestionKey = a.QuestionKey,
            Text = a.Text,
            Score = a.Score,
            Choice = a.Choice,
        }));
        return release;
    }

    private SupervisionRecord Supervision(Guid responseId, Guid workerId, Guid managerId)
    {
        var record = new SupervisionRecord
        {
            Id = Dice.For(options.Seed, Dice.Stream.Supervision).Id(),
            WorkerId = workerId,
            ManagerId = managerId,
            HeldOn = ReleasedOn.AddDays(7),
            Recognised = "She came when she said she would. Both of us had thought that was nothing special.",
            FollowUpOn = options.Today.AddDays(21),
        };
        record.Add(responseId, SupervisionOutcomeKind.MeetingOffered);
        return record;
    }
}
