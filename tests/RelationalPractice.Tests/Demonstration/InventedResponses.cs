using Microsoft.AspNetCore.DataProtection;
using RelationalPractice.Anonymity;
using RelationalPractice.Demonstration;
using RelationalPractice.Surveys;

namespace RelationalPractice.Tests.Demonstration;

/// <summary>Composes responses as the loader does, without a database.</summary>
internal static class InventedResponses
{
    public static readonly DateOnly Today = new(2026, 11, 18);

    public static readonly PersonalDataProtector PersonalData = new(new EphemeralDataProtectionProvider());

    public static readonly IReadOnlyDictionary<Audience, AskedQuestionnaire> Questionnaires = SurveySeeds.Questionnaires()
        .ToDictionary(q => q.Audience, q => new AskedQuestionnaire(Guid.NewGuid(), q));

    private static readonly Lazy<IReadOnlyList<SurveyResponse>> FiveThousandOnce = new(() => Compose(5_000));

    public static IReadOnlyList<SurveyResponse> FiveThousand => FiveThousandOnce.Value;

    public static IReadOnlyList<WorkerInPost> Workers(int seed)
    {
        var workers =
            from area in DemonstrationAuthority.Instance.Areas.Index()
            from team in area.Item.Teams
            from worker in team.Workers
            select (Area: area.Index, Team: team.Name, Worker: worker);
        return [.. workers.Select((post, number) => InPost(post.Area, post.Team, post.Worker, Dice.For(seed, Dice.Stream.Workers, number)))];
    }

    public static IReadOnlyList<SurveyResponse> Compose(int responses, int seed = 1, DateOnly? today = null)
    {
        var options = new DemonstrationOptions(responses, seed, DemonstrationOptions.DefaultPassword, today ?? Today);
        var workers = Workers(seed);
        var arrivals = new Arrivals(responses, seed, options.Today);
        var receipts = ReceiptSamples.For(responses, PlanOf, new byte[32]);
        var composer = new ResponseComposer(options, Questionnaires, receipts, PersonalData);
        return [.. Enumerable.Range(0, responses).Select(number => composer.Compose(PlanOf(number)))];

        ResponsePlan PlanOf(int number) => ResponsePlan.Of(number, seed, arrivals, workers);
    }

    public static IEnumerable<string> Texts(IEnumerable<SurveyResponse> responses) =>
        responses.SelectMany(response => response.Answers).Select(answer => answer.Text).OfType<string>();

    public static Audience AudienceOf(SurveyResponse response) =>
        Questionnaires.Single(asked => asked.Value.Id == response.QuestionnaireId).Key;

    /// <summary>Everything a family said, in one line to compare: no ciphertext, which differs each time it is made.</summary>
    public static string Said(SurveyResponse response) =>
        $"{response.Id} {response.Tier} {response.ServiceAreaId} {response.Raised} {PersonalData.Reveal((response as NamedResponse)?.RespondentName)} "
        + $"{PersonalData.Reveal((response as NamedResponse)?.Contact)} {PersonalData.Reveal((response as WorkerResponse)?.WorkerNameTyped)} "
        + string.Join(" | ", response.Answers.Select(answer => $"{answer.QuestionKey}: {answer.Text}{answer.Score}{answer.Choice}"));

    private static WorkerInPost InPost(int area, string team, DemonstrationWorker worker, Dice dice) => new(
        dice.Id(), dice.Id(), dice.Id(), worker.Name, worker.Pronoun, team, area, worker.Code is not null, Busy: 1, Warmth: 0.3 * dice.Normal());
}
