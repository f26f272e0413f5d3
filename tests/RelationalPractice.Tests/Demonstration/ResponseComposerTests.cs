using RelationalPractice.Demonstration;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed class ResponseComposerTests
{
    private static readonly IReadOnlyList<SurveyResponse> Responses = InventedResponses.FiveThousand;

    [Fact]
    public void Compose_SameSeed_SaysTheSame() =>
        InventedResponses.Compose(500).Select(InventedResponses.Said).ShouldBe(InventedResponses.Compose(500).Select(InventedResponses.Said));

    [Fact]
    public void Compose_AnotherSeed_IsAnotherFamily()
    {
        var (one, other) = (InventedResponses.Compose(100, seed: 1), InventedResponses.Compose(100, seed: 2));

        one.Select(r => r.Id).Intersect(other.Select(r => r.Id)).ShouldBeEmpty();
        one.Zip(other).Count(pair => pair.First.Tier == pair.Second.Tier).ShouldBeLessThan(60);
    }

    [Fact]
    public void Compose_AnotherDayOfTheMonth_SaysTheSame()
    {
        var early = InventedResponses.Compose(500, today: new DateOnly(2026, 11, 3));
        var late = InventedResponses.Compose(500, today: new DateOnly(2026, 11, 27));

        early.Select(InventedResponses.Said).ShouldBe(late.Select(InventedResponses.Said));
    }

    [Fact]
    public void Compose_Many_AreSharedOutAsPromised()
    {
        Share(r => InventedResponses.AudienceOf(r) == Audience.ParentCarer).ShouldBeInRange(0.72, 0.78);
        Share(r => r.Tier == Tier.Named).ShouldBeInRange(0.32, 0.38);
        Share(r => r.Tier == Tier.WorkerOnly).ShouldBeInRange(0.27, 0.33);
        Share(r => r.Tier == Tier.Anonymous).ShouldBeInRange(0.32, 0.38);
        Share(r => r.State == ResponseState.Withdrawn).ShouldBeInRange(0.002, 0.012);
        Share(r => r.State == ResponseState.New).ShouldBeInRange(0.005, 0.02);
        Share(r => r.Answers.Count == 0 && r.State != ResponseState.Withdrawn).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Compose_Raised_AgreesWithTheRule()
    {
        var words = TriageWords.Of(TriageSeeds.Words);
        var kept = Responses.Where(r => r.State != ResponseState.Withdrawn).ToList();

        kept.ShouldAllBe(r => r.Raised == Answers(r).Raised(InventedResponses.Questionnaires[InventedResponses.AudienceOf(r)].Questionnaire, words));
        kept.Count(r => r.Raised).ShouldBeInRange(50, 1_000);
    }

    [Fact]
    public void Compose_NotNamedAndRead_KeepsNoReadingDay()
    {
        Responses.Where(r => r.State == ResponseState.Read && r.Tier != Tier.Named).ShouldAllBe(r => r.ReadBy == null);
        Responses.Where(r => r.State == ResponseState.New).ShouldAllBe(r => r.ReadBy != null);
        Responses.OfType<NamedResponse>().Where(r => r.State == ResponseState.Read).ShouldAllBe(r => r.ReadBy == WorkingDays.After(r.ReceivedOn));
    }

    [Fact]
    public void Compose_Withdrawn_LeavesNothing()
    {
        var withdrawn = Responses.Where(r => r.State == ResponseState.Withdrawn).ToList();

        withdrawn.ShouldAllBe(r => r.Answers.Count == 0 && r.ReadBy == null);
        withdrawn.OfType<NamedResponse>().ShouldAllBe(r => r.RespondentName == null && r.Contact == null && r.WorkerNameTyped == null);
    }

    [Fact]
    public void Compose_OneFamily_ScoresHangTogether()
    {
        var pairs = Responses.Select(r => (First: Score(r, "skilled"), Second: Score(r, "alongside"))).Where(p => p is { First: > 0, Second: > 0 }).ToList();

        Correlation(pairs).ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void Compose_OneInAHundred_IsBadlyTreatedAndSaysSo()
    {
        var worst = Responses.Where(r => Scores(r).Count >= 4 && Scores(r).All(score => score <= 2)).ToList();

        worst.Count.ShouldBeInRange(50, 1_000);
        InventedResponses.Texts(worst).ShouldContain(text => text.Contains("1 in 100", StringComparison.OrdinalIgnoreCase) || text.Contains("one in a hundred", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Compose_AllFivesWithoutAWord_Occurs() =>
        Share(r => Scores(r).Count == 5 && Scores(r).TrueForAll(score => score == 5) && r.Answers.Count == 5).ShouldBeInRange(0.02, 0.06);

    [Fact]
    public void Compose_YoungPeople_AreSometimesNotSure() =>
        Responses.SelectMany(r => r.Answers).Count(answer => answer.Choice == DialGroupQuestion.NotSure).ShouldBeGreaterThan(100);

    [Fact]
    public void Compose_EveryAnswer_IsOneTheQuestionnaireWouldTake()
    {
        foreach (var response in Responses)
        {
            var questionnaire = InventedResponses.Questionnaires[InventedResponses.AudienceOf(response)].Questionnaire;
            var posted = response.Answers.ToDictionary(a => a.QuestionKey, a => a.Text ?? a.Choice ?? a.Score?.ToString(), StringComparer.Ordinal);
            var readings = questionnaire.Questions.Select(question => question.Read(field => posted.GetValueOrDefault(field))).ToList();

            readings.SelectMany(reading => reading.Problems).ShouldBeEmpty();
            readings.Sum(reading => reading.Values.Count).ShouldBe(response.Answers.Count);
        }
    }

    [Fact]
    public void Compose_WorkerTyped_IsSeldomAsOnTheDoor()
    {
        var typed = Responses.OfType<WorkerResponse>().Select(r => InventedResponses.PersonalData.Reveal(r.WorkerNameTyped)).OfType<string>().ToList();
        var names = InventedResponses.Workers(1).Select(worker => worker.Name).ToHashSet();

        (typed.Count(names.Contains) / (double)typed.Count).ShouldBeInRange(0.3, 0.65);
        typed.Distinct().Count().ShouldBeGreaterThan(200);
    }

    private static double Share(Func<SurveyResponse, bool> which) => Responses.Count(which) / (double)Responses.Count;

    private static List<int> Scores(SurveyResponse response) => [.. response.Answers.Where(a => a.Score != null).Select(a => a.Score!.Value)];

    private static int Score(SurveyResponse response, string key) => response.Answers.FirstOrDefault(a => a.QuestionKey == key)?.Score ?? 0;

    private static SurveyAnswers Answers(SurveyResponse response) => new(response.Answers.Select(a => KeyValuePair.Create(
        a.QuestionKey,
        a.Text is { } text ? AnswerValue.OfText(text) : a.Score is { } score ? AnswerValue.OfScore(score) : AnswerValue.OfChoice(a.Choice!))));

    private static double Correlation(List<(int First, int Second)> pairs)
    {
        var (x, y) = (pairs.Average(p => p.First), pairs.Average(p => p.Second));
        var together = pairs.Sum(p => (p.First - x) * (p.Second - y));
        return together / Math.Sqrt(pairs.Sum(p => Math.Pow(p.First - x, 2)) * pairs.Sum(p => Math.Pow(p.Second - y, 2)));
    }
}
