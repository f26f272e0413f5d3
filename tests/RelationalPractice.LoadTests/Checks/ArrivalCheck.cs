using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.LoadTests.Journeys;
using RelationalPractice.Surveys;

namespace RelationalPractice.LoadTests.Checks;

/// <summary>
/// Reads every response and compares it with what was sent: who saw the page with the receipt code is there exactly once, word for
/// word and in the tier they chose, and nobody else is there, except perhaps those who were broken off while sending.
/// </summary>
internal sealed class ArrivalCheck(IEnumerable<SentJourney> sent, IEnumerable<int> unsure)
{
    private const int KeptAtMost = 1000;

    private readonly Dictionary<int, SentJourney> _awaited = sent.ToDictionary(journey => journey.Number);
    private readonly HashSet<int> _unsure = [.. unsure];
    private readonly HashSet<int> _seen = [];
    private readonly List<string> _faults = [];

    public int Responses { get; private set; }

    public int FaultCount { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static string Missing(int number) => $"journey {number} has its receipt code but is not in the database";

    public static string Twice(int number) => $"journey {number} is in the database twice";

    public void Read(PracticeDbContext db)
    {
        foreach (var code in _awaited.Values.GroupBy(journey => journey.Code, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            Fault($"{code.Count()} families were shown the same receipt code");

        foreach (var response in db.SurveyResponses.AsNoTracking().Include(response => response.Answers).AsEnumerable()) Compare(response);

        foreach (var number in _awaited.Keys.Where(number => !_seen.Contains(number))) Fault(Missing(number));
    }

    private void Compare(SurveyResponse response)
    {
        Responses++;
        var texts = response.Answers.Where(answer => answer.Text is not null);
        if (texts.Select(answer => JourneyAnswers.NumberIn(answer.Text!)).FirstOrDefault() is not { } number)
        {
            Fault("a response that carries no journey's mark");
            return;
        }

        if (!_seen.Add(number)) Fault(Twice(number));
        if (!_awaited.TryGetValue(number, out var journey))
        {
            if (!_unsure.Contains(number)) Fault($"journey {number} is in the database but was never sent");
            return;
        }

        var answers = new JourneyAnswers(number);
        if (response.Tier != answers.Tier) Fault($"journey {number} is {response.Tier} and not {answers.Tier}");
        if (response.Answers.Count != journey.Answers) Fault($"journey {number} gave {journey.Answers} answers, {response.Answers.Count} are in the database");
        foreach (var answer in response.Answers.Where(answer => !IsAsSent(answer, answers))) Fault($"journey {number}: the answer to {answer.QuestionKey} is not what was sent");
    }

    private static bool IsAsSent(SurveyAnswer answer, JourneyAnswers answers) => answer.Text is { } text
        ? text == answers.Text(answer.QuestionKey)
        : (answer.Choice ?? answer.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture)) == answers.Score(answer.QuestionKey);

    private void Fault(string what)
    {
        FaultCount++;
        if (_faults.Count < KeptAtMost) _faults.Add(what);
    }
}
