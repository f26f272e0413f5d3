using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Demonstration.Words;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>Turns a plan into a response as the product itself would have kept it.</summary>
internal sealed class ResponseComposer(
    DemonstrationOptions options,
    IReadOnlyDictionary<Audience, AskedQuestionnaire> questionnaires,
    ReceiptSamples receipts,
    PersonalDataProtector personalData)
{
    private readonly TriageWords _words = TriageWords.Of(TriageSeeds.Words);

    public SurveyResponse Compose(ResponsePlan plan)
    {
        var dice = Dice.For(options.Seed, Dice.Stream.Words, plan.Number);
        var asked = questionnaires[plan.Audience];
        var family = new Family(plan, options.Today, dice);
        var answers = new SurveyAnswers(Answers(plan, asked.Questionnaire, family, dice));
        var response = Seal(plan, asked, family, answers.Raised(asked.Questionnaire, _words), dice);
        response.ReadBy = WorkingDays.After(plan.Arrival.Day);
        foreach (var (key, value) in answers) response.Add(key, value);
        if (plan.Withdrawn) response.Withdraw();
        else if (plan.Arrival.Read) response.MarkRead(new ChangeContext(Guid.Empty, default));
        return response;
    }

    private static Dictionary<string, AnswerValue> Answers(ResponsePlan plan, Questionnaire questionnaire, Family family, Dice dice)
    {
        var mood = Mood.Of(plan, dice);
        var words = new AnswerWords(plan.Audience, family, mood, dice);
        var wordsOnly = !mood.AllFives && dice.Happens(0.04);
        var answers = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var question in questionnaire.Questions)
        {
            switch (question)
            {
                case ScoredGroupQuestion group when !wordsOnly:
                    foreach (var item in group.Items)
                    {
                        if (Scored(group, item, mood, dice) is { } score) answers[item.Key] = score;
                    }

                    break;
                case TextQuestion text when words.Answer(text) is { } said:
                    answers[text.Key] = AnswerValue.OfText(said);
                    break;
            }
        }

        return answers;
    }

    private static AnswerValue? Scored(ScoredGroupQuestion group, ScaleItem item, Mood mood, Dice dice)
    {
        var score = mood.Score(item, dice);
        if (mood.AllFives) return AnswerValue.OfScore(score);
        if (group is DialGroupQuestion && dice.Happens(0.07)) return AnswerValue.OfChoice(DialGroupQuestion.NotSure);
        return dice.Happens(0.03) ? null : AnswerValue.OfScore(score);
    }

    private SurveyResponse Seal(ResponsePlan plan, AskedQuestionnaire asked, Family family, bool raised, Dice dice)
    {
        var receiptHash = receipts.HashFor(plan.Number, options.Seed);
        Guid? area = plan.Way == Way.Area ? plan.Worker.AreaId : null;
        Guid? team = plan.Way == Way.Team ? plan.Worker.TeamId : null;
        Guid? worker = plan.Way == Way.Worker ? plan.Worker.Id : null;
        return plan.Tier switch
        {
            Tier.Named => new NamedResponse
            {
                Id = plan.Id,
                QuestionnaireId = asked.Id,
                ReceivedMonth = plan.Arrival.Month,
                ReceivedOn = plan.Arrival.Day,
                ServiceAreaId = area,
                Raised = raised,
                ReceiptHash = receiptHash,
                RespondentName = personalData.Protect(family.RespondentName),
                Contact = personalData.Protect(Contact(family, dice)),
                WorkerNameTyped = personalData.Protect(TypedName.Of(plan, dice)),
                WorkerId = worker,
                TeamId = team,
            },
            Tier.WorkerOnly => new WorkerOnlyResponse
            {
                Id = plan.Id,
                QuestionnaireId = asked.Id,
                ReceivedMonth = plan.Arrival.Month,
                ServiceAreaId = area,
                Raised = raised,
                ReceiptHash = receiptHash,
                WorkerNameTyped = personalData.Protect(TypedName.Of(plan, dice)),
                WorkerId = worker,
                TeamId = team,
                ScoresOnly = dice.Happens(0.2),
            },
            _ => new AnonymousResponse
            {
                Id = plan.Id,
                QuestionnaireId = asked.Id,
                ReceivedMonth = plan.Arrival.Month,
                ServiceAreaId = area,
                Raised = raised,
                ReceiptHash = receiptHash,
            },
        };
    }

    private static string? Contact(Family family, Dice dice) => dice.Weighted(0.4, 0.35, 0.25) switch
    {
        0 => null,
        1 => NameStock.Telephone(dice),
        _ => family.Email(dice),
    };
}

/// <summary>A questionnaire and the row it was published as.</summary>
internal sealed record AskedQuestionnaire(Guid Id, Questionnaire Questionnaire);
