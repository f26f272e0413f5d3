using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Hosting;

/// <summary>What every authority's database starts with: its own row, and the questionnaires, the codebook and the words that raise a response which ship with the product.</summary>
public sealed class FirstContents(PracticeDbContext db, Chance chance, AuthorityKeys keys, IConfiguration configuration)
{
    public async Task EnsureAsync()
    {
        if (!await db.Authorities.AnyAsync())
        {
            db.Authorities.Add(new Authority
            {
                Name = configuration["Authority:Name"] ?? "Children’s Services",
                Telephone = configuration["Authority:Telephone"] ?? "",
                Email = configuration["Authority:Email"] ?? "",
                FrontDoorTelephone = configuration["Authority:FrontDoorTelephone"] ?? "",
                OutOfHoursTelephone = configuration["Authority:OutOfHoursTelephone"] ?? "",
                ReceiptKey = keys.NewReceiptKey(),
            });
        }

        var published = await db.Questionnaires.Select(q => new { q.Audience, q.Language, q.Version }).ToListAsync();
        foreach (var questionnaire in SurveySeeds.Questionnaires())
        {
            if (!published.Exists(p => p.Audience == questionnaire.Audience && p.Language == questionnaire.Language && p.Version == questionnaire.Version))
            {
                db.Questionnaires.Add(new PublishedQuestionnaire
                {
                    Id = chance.NewId(),
                    Audience = questionnaire.Audience,
                    Language = questionnaire.Language,
                    Version = questionnaire.Version,
                    Definition = QuestionnaireFile.Write(questionnaire),
                    Current = !published.Exists(p => p.Audience == questionnaire.Audience && p.Language == questionnaire.Language),
                });
            }
        }

        // An empty list is one that nobody has had yet, unless it was emptied by hand.
        if (!await db.TriageWords.AnyAsync() && !await db.AuditEvents.AnyAsync(e => e.Kind == AuditEventKind.TriageWordRemoved))
        {
            db.TriageWords.AddRange(TriageSeeds.Words.Select(text => new TriageWord { Id = chance.NewId(), Text = text }));
        }

        if (!await db.InvitationSettings.AnyAsync())
        {
            db.InvitationSettings.Add(new InvitationSettings());
        }

        if (!await db.Themes.AnyAsync())
        {
            db.Themes.AddRange(ThemeSeeds.New(chance));
        }

        await db.SaveChangesAsync();
    }
}
