using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;

namespace RelationalPractice.Surveys;

/// <summary>Turns a draft into a response: both happen, or neither.</summary>
public sealed class Sending(PracticeDbContext db, Chance chance, PersonalDataProtector personalData, TimeProvider clock)
{
    /// <param name="receiptHash">Of the code that derives from the same secret.</param>
    /// <param name="words">Those that raise a response.</param>
    /// <returns>
    /// False when the draft is not as it was read: changed in another tab, sent before (then its receipt finds the response), left or
    /// expired.
    /// </returns>
    public async Task<bool> SendAsync(
        DraftSecret secret, DraftContents contents, Questionnaire questionnaire, byte[] receiptHash, TriageWords words, CancellationToken cancellation)
    {
        var response = Seal(contents, questionnaire, receiptHash, words);
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var id = secret.DraftId;
        if (await db.Drafts.Where(d => d.Id == id && d.Version == contents.Version).ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }

        db.SurveyResponses.Add(response);
        await db.SaveChangesAsync(cancellation);
        if (response is NamedResponse named && contents.InvitationId is { } invitation)
        {
            await InvitationAnswers.NoteAsync(db, invitation, named.ReceivedOn, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>
    /// Adds the response that staff wrote down for a family, which nothing tells from any other; it is saved together with what else changes.
    /// </summary>
    public void Add(DraftContents contents, Questionnaire questionnaire, byte[] receiptHash, TriageWords words) =>
        db.SurveyResponses.Add(Seal(contents, questionnaire, receiptHash, words));

    private SurveyResponse Seal(DraftContents contents, Questionnaire questionnaire, byte[] receiptHash, TriageWords words)
    {
        var today = LocalTime.Today(clock);
        var raised = contents.Answers.Raised(questionnaire, words);
        SurveyResponse response = contents.Tier switch
        {
            Tier.Named => new NamedResponse
            {
                Id = chance.NewId(),
                QuestionnaireId = contents.QuestionnaireId,
                ReceivedMonth = Month.Of(today),
                ReceivedOn = today,
                ServiceAreaId = contents.ServiceAreaId,
                Raised = raised,
                ReceiptHash = receiptHash,
                RespondentName = personalData.Protect(contents.Who.RespondentName),
                Contact = personalData.Protect(contents.Who.Contact),
                WorkerNameTyped = personalData.Protect(contents.Who.WorkerName),
                WorkerId = contents.WorkerId,
                TeamId = contents.TeamId,
            },
            Tier.WorkerOnly => new WorkerOnlyResponse
            {
                Id = chance.NewId(),
                QuestionnaireId = contents.QuestionnaireId,
                ReceivedMonth = Month.Of(today),
                ServiceAreaId = contents.ServiceAreaId,
                Raised = raised,
                ReceiptHash = receiptHash,
                WorkerNameTyped = personalData.Protect(contents.Who.WorkerName),
                WorkerId = contents.WorkerId,
                TeamId = contents.TeamId,
                ScoresOnly = contents.ScoresOnly,
            },
            Tier.Anonymous => new AnonymousResponse
            {
                Id = chance.NewId(),
                QuestionnaireId = contents.QuestionnaireId,
                ReceivedMonth = Month.Of(today),
                ServiceAreaId = contents.ServiceAreaId,
                Raised = raised,
                ReceiptHash = receiptHash,
            },
            _ => throw new InvalidOperationException("A response is sent only after its tier was chosen."),
        };
        response.ReadBy = WorkingDays.After(today);
        foreach (var (key, value) in contents.Answers)
        {
            response.Add(key, value);
        }

        return response;
    }
}
