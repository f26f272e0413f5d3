using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>
/// A little released feedback about the worker who signs in, and one supervision, so that the worker and the manager find something to read.
/// Those responses came by the worker's own link. What the scan finds in them is hidden first, as a reader would hide it.
/// </summary>
internal sealed class SupervisionRows(
    PracticeDbContext db, PersonalDataProtector personalData, IReadOnlyDictionary<Audience, AskedQuestionnaire> questionnaires, DemonstrationOptions options)
{
    private const int MostReleased = 12;

    private readonly Dice _dice = Dice.For(options.Seed, Dice.Stream.Supervision);

    private DateOnly ReleasedOn => options.Today.AddDays(-14);

    public async Task AddAsync(CancellationToken cancellation)
    {
        var worker = await db.Workers.FirstAsync(w => w.StaffMemberId != null, cancellation);
        var managerId = await db.TeamManagers.Where(m => m.TeamId == worker.TeamId).Select(m => m.StaffMemberId).FirstAsync(cancellation);
        var readerId = await db.StaffRoles.Where(r => r.Role == Role.QualityAssurance).Select(r => r.StaffMemberId).OrderBy(id => id).FirstAsync(cancellation);
        var responses = await db.Set<WorkerResponse>().Include(r => r.Answers).Include(r => r.Questionnaire)
            .Where(r => r.WorkerId == worker.Id && r.State == ResponseState.Read)
            .OrderByDescending(r => r.ReceivedMonth).ThenBy(r => r.Id).Take(MostReleased).ToListAsync(cancellation);
        var names = await db.Workers.Select(w => w.Name).Concat(db.Users.Select(s => s.DisplayName)).ToListAsync(cancellation);
        var reader = new ChangeContext(readerId, ReleasedOn.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc));
        foreach (var response in responses)
        {
            response.MatchTo(worker.Id);
            var questionnaire = questionnaires[response.Questionnaire!.Audience].Questionnaire;
            var hidden = Hide(response, questionnaire, names, readerId);
            db.Releases.Add(ReleaseOf(response, ReleasedCopies.Of(response, questionnaire, hidden), readerId, worker.Id));
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

    private List<Redaction> Hide(WorkerResponse response, Questionnaire questionnaire, List<string> names, Guid readerId)
    {
        string?[] own = [personalData.Reveal(response.WorkerNameTyped), personalData.Reveal((response as NamedResponse)?.RespondentName)];
        var known = KnownIdentifiers.Of(names.Concat(own), [], []);
        var hidden = WrittenAnswer.Of(questionnaire, response.Answers)
            .SelectMany(answer => IdentifierScan.Find(answer.Text, known).Select(found => new Redaction
            {
                Id = _dice.Id(),
                ResponseId = response.Id,
                QuestionKey = answer.QuestionKey,
                Start = found.Stretch.Start,
                End = found.Stretch.End,
                Kind = found.Kind,
                Hidden = true,
                ById = readerId,
            }))
            .ToList();
        var record = new CollationRecord { ResponseId = response.Id };
        record.RedactionDone(readerId);
        db.CollationRecords.Add(record);
        db.Redactions.AddRange(hidden);
        return hidden;
    }

    private Release ReleaseOf(WorkerResponse response, IReadOnlyList<ReleasedExcerpt> shown, Guid readerId, Guid workerId)
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
        release.Show(shown);
        return release;
    }

    private SupervisionRecord Supervision(Guid responseId, Guid workerId, Guid managerId)
    {
        var record = new SupervisionRecord
        {
            Id = _dice.Id(),
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
