using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>The demonstration authority's own rows: who it is, its teams and workers, links, accounts and questionnaires.</summary>
internal sealed class AuthorityRows(PracticeDbContext db, DemonstrationOptions options, DateTime sinceUtc)
{
    private readonly DemonstrationAuthority _authority = DemonstrationAuthority.Instance;
    private readonly Dice _identifiers = Dice.For(options.Seed, Dice.Stream.Identifiers);

    public Authority AddAuthority(Authority? untouched, Func<Anonymity.ProtectedText> newReceiptKey)
    {
        var authority = untouched ?? db.Authorities.Add(new Authority
        {
            Name = "",
            Telephone = "",
            Email = "",
            FrontDoorTelephone = "",
            OutOfHoursTelephone = "",
            ReceiptKey = newReceiptKey(),
        }).Entity;
        authority.Name = _authority.Name;
        authority.Telephone = _authority.Telephone;
        authority.Email = _authority.Email;
        authority.FrontDoorTelephone = _authority.FrontDoorTelephone;
        authority.OutOfHoursTelephone = _authority.OutOfHoursTelephone;
        authority.AdvocacyName = _authority.AdvocacyName;
        authority.AdvocacyTelephone = _authority.AdvocacyTelephone;
        authority.ComplaintsEmail = _authority.ComplaintsEmail;
        return authority;
    }

    public IReadOnlyList<WorkerInPost> AddPeople()
    {
        var accounts = AddAccounts();
        var workers = new List<WorkerInPost>();
        foreach (var link in _authority.Links) AddLink(link.Code, link.Label, AudienceSlug.Parse(link.Audience));
        foreach (var (areaNumber, area) in _authority.Areas.Index())
        {
            var areaId = db.ServiceAreas.Add(new ServiceArea { Id = _identifiers.Id(), Name = area.Name }).Entity.Id;
            AddLink(area.Code, area.Name, areaId: areaId);
            foreach (var team in area.Teams)
            {
                var teamId = db.Teams.Add(new Team { Id = _identifiers.Id(), Name = team.Name, ServiceAreaId = areaId }).Entity.Id;
                AddLink(team.Code, team.Name, teamId: teamId);
                if (team.Manager is { } manager) db.TeamManagers.Add(new TeamManager { TeamId = teamId, StaffMemberId = accounts[manager] });
                workers.AddRange(team.Workers.Select(worker => AddWorker(worker, team, teamId, areaId, areaNumber, accounts)));
            }
        }

        return workers;
    }

    /// <summary>Those that are asked now; the ones that come with the product where none is published yet.</summary>
    public async Task<IReadOnlyDictionary<Audience, AskedQuestionnaire>> AddQuestionnairesAsync(CancellationToken cancellation)
    {
        var glossary = SurveySeeds.Glossary();
        var asked = new Dictionary<Audience, AskedQuestionnaire>();
        foreach (var seed in SurveySeeds.Questionnaires())
        {
            var published = await db.Questionnaires.AsNoTracking()
                .SingleOrDefaultAsync(q => q.Audience == seed.Audience && q.Language == seed.Language && q.Current, cancellation);
            published ??= db.Questionnaires.Add(new PublishedQuestionnaire
            {
                Id = _identifiers.Id(),
                Audience = seed.Audience,
                Language = seed.Language,
                Version = seed.Version,
                Definition = QuestionnaireFile.Write(seed),
                Current = true,
            }).Entity;
            asked[seed.Audience] = new AskedQuestionnaire(
                published.Id, QuestionnaireFile.Parse(published.Definition, $"questionnaire {published.Version}", glossary));
        }

        return asked;
    }

    private Dictionary<string, Guid> AddAccounts()
    {
        // One hash serves all ten: they share one password that everybody knows, and hashing is slow on purpose.
        string? passwordHash = null;
        var administrator = _identifiers.Id();
        var accounts = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var account in _authority.Accounts)
        {
            var staff = new StaffMember
            {
                Id = accounts.Count == 0 ? administrator : _identifiers.Id(),
                UserName = account.Email,
                NormalizedUserName = account.Email.ToUpperInvariant(),
                Email = account.Email,
                NormalizedEmail = account.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                DisplayName = account.DisplayName,
                SecurityStamp = _identifiers.Id().ToString("N"),
                ConcurrencyStamp = _identifiers.Id().ToString(),
            };
            staff.PasswordHash = passwordHash ??= new PasswordHasher<StaffMember>().HashPassword(staff, options.Password);
            var context = new ChangeContext(administrator, sinceUtc);
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.StaffCreated, context, staff.Id));
            db.AuditEvents.Add(staff.Give(account.Role, context));
            db.Users.Add(staff);
            accounts[account.DisplayName] = staff.Id;
        }

        return accounts;
    }

    private WorkerInPost AddWorker(
        DemonstrationWorker worker, DemonstrationTeam team, Guid teamId, Guid areaId, int areaNumber, Dictionary<string, Guid> accounts)
    {
        var id = _identifiers.Id();
        db.Workers.Add(new Worker
        {
            Id = id,
            Name = worker.Name,
            TeamId = teamId,
            StaffMemberId = accounts.TryGetValue(worker.Name, out var staffId) ? staffId : null,
        });
        if (worker.Code is { } code) AddLink(code, worker.Name, workerId: id);
        var dice = Dice.For(options.Seed, Dice.Stream.Workers, _identifiers.Below(int.MaxValue));
        return new WorkerInPost(
            id, teamId, areaId, worker.Name, worker.Pronoun, team.Name, areaNumber, worker.Code is not null,
            Busy: 0.5 + dice.Share(), Warmth: 0.35 * dice.Normal());
    }

    private void AddLink(
        string code, string label, Audience? audience = null, Guid? areaId = null, Guid? teamId = null, Guid? workerId = null)
    {
        var link = new SurveyLink
        {
            Id = _identifiers.Id(),
            Code = code,
            Label = label,
            Audience = audience,
            ServiceAreaId = areaId,
            TeamId = teamId,
            WorkerId = workerId,
            CreatedAtUtc = sinceUtc,
        };
        db.SurveyLinks.Add(link);
    }
}
