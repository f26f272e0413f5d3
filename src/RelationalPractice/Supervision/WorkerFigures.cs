using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Supervision;

/// <summary>
/// How often each score was given in the released feedback about one worker, in the last twelve months and of one audience: parents' scores and young
/// people's are never added together. There is no mean and no percentage in it, so no page can show one.
/// </summary>
public sealed record WorkerFigures(Audience Audience, int Responses, IReadOnlyList<ItemCounts> Items)
{
    public const int Months = 12;

    /// <summary>With fewer responses than this a picture would claim more than so few can say.</summary>
    public const int DrawnFrom = 10;

    public bool MayBeDrawn => Responses >= DrawnFrom;

    /// <returns>One for each audience that gave feedback in the twelve months that end with this one.</returns>
    public static IReadOnlyList<WorkerFigures> Of(IEnumerable<(Month Received, FeedbackReading Reading)> feedback, Month thisMonth) =>
    [
        .. feedback
            .Where(f => Counts(f.Received, thisMonth))
            .OrderByDescending(f => f.Received)
            .GroupBy(f => f.Reading.Questionnaire.Audience, f => f.Reading)
            .OrderBy(audience => audience.Key)
            .Select(audience => Of(audience.Key, [.. audience]))
    ];

    private static WorkerFigures Of(Audience audience, IReadOnlyList<FeedbackReading> readings) => new(
        audience,
        readings.Count,
        [
            .. readings
                .SelectMany(reading => reading.Questionnaire.Questions.OfType<ScoredGroupQuestion>())
                .SelectMany(group => group.Items, (group, item) => (Group: group, Item: item))
                .DistinctBy(asked => asked.Item.Key, StringComparer.Ordinal)
                .Select(asked => Count(asked.Group, asked.Item, readings))
        ]);

    private static ItemCounts Count(ScoredGroupQuestion group, ScaleItem item, IReadOnlyList<FeedbackReading> readings)
    {
        var scores = readings.Select(reading => reading.Values.GetValueOrDefault(item.Key)?.Score).ToList();
        return new ItemCounts(
            item.Key,
            group.Sentence(item),
            [.. group.Scale.Select(point => new ScoreCount(point, scores.Count(score => score == point.Value)))],
            scores.Count(score => score is null));
    }

    private static bool Counts(Month received, Month thisMonth) => Number(thisMonth) - Number(received) is >= 0 and < Months;

    private static int Number(Month month) => (month.Year * 12) + month.Number;
}

/// <param name="NotScored">Left alone, or "not sure".</param>
public sealed record ItemCounts(string Key, string Sentence, IReadOnlyList<ScoreCount> Scores, int NotScored);

public sealed record ScoreCount(ScalePoint Point, int Count);
