using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Supervision;

/// <summary>A team with a manager and a worker who sign in, and feedback as the quality team releases it.</summary>
internal sealed class ReleasedFeedback(StaffSite site, Team team, StaffMember manager, Worker worker, StaffMember workerAccount)
{
    public static readonly (string, AnswerValue)[] FiveFives = Scores(5, 5, 5, 5, 5);

    public Team Team => team;

    public StaffMember Manager => manager;

    public Worker Worker => worker;

    public StaffMember WorkerAccount => workerAccount;

    public static async Task<ReleasedFeedback> OfNewTeamAsync(StaffSite site)
    {
        var manager = await site.HireAsync(Role.Manager);
        var account = await site.HireAsync(Role.Worker);
        var area = new ServiceArea { Id = Guid.NewGuid(), Name = $"Area {Guid.NewGuid():N}" };
        var team = new Team { Id = Guid.NewGuid(), Name = $"Team {Guid.NewGuid():N}", ServiceAreaId = area.Id };
        var worker = new Worker { Id = Guid.NewGuid(), Name = $"Bea {Guid.NewGuid():N}", TeamId = team.Id, StaffMemberId = account.Id };
        await site.SaveAsync(area);
        await site.SaveAsync(team);
        await site.SaveAsync(worker, new TeamManager { TeamId = team.Id, StaffMemberId = manager.Id });
        return new ReleasedFeedback(site, team, manager, worker, account);
    }

    public static (string Key, AnswerValue Value)[] Scores(params int[] scores) =>
        [.. ((string[])["understands", "skilled", "trust", "sensitive", "alongside"]).Zip(scores, (key, score) => (key, AnswerValue.OfScore(score)))];

    public static (string, AnswerValue) Words(string words, string key = "anything") => (key, AnswerValue.OfText(words));

    public Task<PageClient> AsManagerAsync() => site.SignInAsync(manager);

    public Task<PageClient> AsWorkerAsync() => site.SignInAsync(workerAccount);

    public Task<Guid> NamedAsync(params (string, AnswerValue)[] answers) => NamedAsync("Krystal Adeyemi", "07700 900123", 0, answers);

    public Task<Guid> NamedAsync(string? name, string? contact, int daysAgo, params (string, AnswerValue)[] answers) => ReleaseAsync(
        (id, questionnaire, day) => new NamedResponse
        {
            Id = id,
            QuestionnaireId = questionnaire,
            ReceivedMonth = Month.Of(day),
            ReceivedOn = day,
            ReadBy = day,
            ReceiptHash = new Chance().Bytes(32),
            RespondentName = Protector.Protect(name),
            Contact = Protector.Protect(contact),
        },
        daysAgo, Audience.ParentCarer, scoresOnly: false, answers);

    public Task<Guid> WorkerOnlyAsync(params (string, AnswerValue)[] answers) => WorkerOnlyAsync(0, Audience.ParentCarer, scoresOnly: false, answers);

    public Task<Guid> WorkerOnlyAsync(int daysAgo, Audience audience, bool scoresOnly, params (string, AnswerValue)[] answers) => ReleaseAsync(
        (id, questionnaire, day) => new WorkerOnlyResponse
        {
            Id = id,
            QuestionnaireId = questionnaire,
            ReceivedMonth = Month.Of(day),
            ReadBy = day,
            ReceiptHash = new Chance().Bytes(32),
            ScoresOnly = scoresOnly,
        },
        daysAgo, audience, scoresOnly, answers);

    /// <summary>As the family's own page does it.</summary>
    public Task TakeBackAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        var release = await db.Releases.Include(r => r.Excerpts).SingleAsync(r => r.ResponseId == id);
        release.Forget(LocalTime.Today(site.Clock));
        return await db.SaveChangesAsync();
    });

    public async Task<Guid> SupervisedAsync(Guid responseId, DateOnly? followUpOn = null, int daysAgo = 0, string? recognised = null)
    {
        var record = new SupervisionRecord
        {
            Id = Guid.NewGuid(),
            WorkerId = worker.Id,
            ManagerId = manager.Id,
            HeldOn = LocalTime.Today(site.Clock).AddDays(-daysAgo),
            FollowUpOn = followUpOn,
            Recognised = recognised,
        };
        record.Add(responseId, SupervisionOutcomeKind.MeetingOffered);
        await site.SaveAsync(record);
        return record.Id;
    }

    private PersonalDataProtector Protector => site.Services.GetRequiredService<PersonalDataProtector>();

    private Task<Guid> ReleaseAsync(
        Func<Guid, Guid, DateOnly, WorkerResponse> make, int daysAgo, Audience audience, bool scoresOnly, (string Key, AnswerValue Value)[] answers) =>
        site.InDatabaseAsync(async db =>
        {
            var day = LocalTime.Today(site.Clock).AddDays(-daysAgo);
            var questionnaire = await db.Questionnaires.Where(q => q.Audience == audience && q.Current).Select(q => q.Id).SingleAsync();
            var response = make(Guid.NewGuid(), questionnaire, day);
            response.MatchTo(worker.Id);
            response.MarkRead(new(manager.Id, site.Clock.GetUtcNow().UtcDateTime));
            db.Add(response);
            await db.SaveChangesAsync();

            var release = new Release
            {
                ResponseId = response.Id,
                StoredTier = response.Tier.ToString(),
                Decision = ReleaseDecision.Released,
                DecidedById = manager.Id,
                DecidedOn = day,
                WorkerId = worker.Id,
                Audience = audience,
                QuestionnaireId = questionnaire,
                ReceivedMonth = response.ReceivedMonth,
                ReceivedOn = (response as NamedResponse)?.ReceivedOn,
                RespondentName = (response as NamedResponse)?.RespondentName,
                ScoresOnly = scoresOnly,
            };
            release.Show(answers.Select(answer => new ReleasedExcerpt
            {
                ResponseId = response.Id,
                QuestionKey = answer.Key,
                Text = answer.Value.Text,
                Score = answer.Value.Score,
                Choice = answer.Value.Choice,
            }));
            db.Add(release);
            await db.SaveChangesAsync();
            return response.Id;
        });
}
