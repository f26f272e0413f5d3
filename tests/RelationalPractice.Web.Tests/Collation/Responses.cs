using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>Responses as families send them, for the quality team to find.</summary>
internal static class Responses
{
    public static readonly Questionnaire ParentCarer = SurveySeeds.Questionnaire(Audience.ParentCarer);

    public static DateOnly Today(this StaffSite site) => LocalTime.Today(site.Clock);

    public static Task<AnonymousResponse> ReceiveAnonymousAsync(
        this StaffSite site, DateOnly? readBy = null, bool raised = false, Audience audience = Audience.ParentCarer,
        Guid? serviceAreaId = null, params (string Key, AnswerValue Value)[] answers) =>
        site.ReceiveAsync(answers, audience, (id, questionnaire) => new AnonymousResponse
        {
            Id = id,
            QuestionnaireId = questionnaire,
            ReceivedMonth = Month.Of(site.Today()),
            ReadBy = readBy ?? site.Today(),
            Raised = raised,
            ServiceAreaId = serviceAreaId,
            ReceiptHash = new Chance().Bytes(32),
        });

    public static Task<WorkerOnlyResponse> ReceiveWorkerOnlyAsync(
        this StaffSite site, string? workerName = "Mrs Okafor", bool scoresOnly = false, Worker? worker = null, params (string Key, AnswerValue Value)[] answers) =>
        site.ReceiveAsync(answers, Audience.ParentCarer, (id, questionnaire) => new WorkerOnlyResponse
        {
            Id = id,
            QuestionnaireId = questionnaire,
            ReceivedMonth = Month.Of(site.Today()),
            ReadBy = site.Today(),
            ReceiptHash = new Chance().Bytes(32),
            WorkerNameTyped = site.Services.GetRequiredService<PersonalDataProtector>().Protect(workerName),
            WorkerId = worker?.Id,
            TeamId = worker?.TeamId,
            ScoresOnly = scoresOnly,
        });

    public static Task<NamedResponse> ReceiveNamedAsync(
        this StaffSite site, string? name = "Krystal Adeyemi", string? contact = "07700 900123", string? workerName = "Mrs Okafor",
        params (string Key, AnswerValue Value)[] answers)
    {
        var protector = site.Services.GetRequiredService<PersonalDataProtector>();
        return site.ReceiveAsync(answers, Audience.ParentCarer, (id, questionnaire) => new NamedResponse
        {
            Id = id,
            QuestionnaireId = questionnaire,
            ReceivedMonth = Month.Of(site.Today()),
            ReceivedOn = site.Today(),
            ReadBy = site.Today(),
            ReceiptHash = new Chance().Bytes(32),
            RespondentName = protector.Protect(name),
            Contact = protector.Protect(contact),
            WorkerNameTyped = protector.Protect(workerName),
        });
    }

    private static Task<TResponse> ReceiveAsync<TResponse>(
        this StaffSite site, (string Key, AnswerValue Value)[] answers, Audience audience, Func<Guid, Guid, TResponse> make)
        where TResponse : SurveyResponse => site.InDatabaseAsync(async db =>
    {
        var questionnaire = await db.Questionnaires.Where(q => q.Audience == audience && q.Current).Select(q => q.Id).SingleAsync();
        var response = make(Guid.NewGuid(), questionnaire);
        foreach (var (key, value) in answers)
        {
            response.Add(key, value);
        }

        db.Add(response);
        await db.SaveChangesAsync();
        return response;
    });
}
