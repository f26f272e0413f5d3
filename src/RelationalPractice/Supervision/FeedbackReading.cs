using RelationalPractice.Collation;
using RelationalPractice.Surveys;

namespace RelationalPractice.Supervision;

/// <summary>What one family let a worker and a manager read, with the questions that it answers.</summary>
public sealed record FeedbackReading(Questionnaire Questionnaire, IReadOnlyDictionary<string, AnswerValue> Values)
{
    private const int Low = 2;
    private const int High = 4;

    /// <summary>Scored items in the order of the questionnaire; those left alone are not among them.</summary>
    public IReadOnlyList<ItemScore> Scores { get; } =
    [
        .. Questionnaire.Questions.OfType<ScoredGroupQuestion>().SelectMany(group => group.Items)
            .Where(item => Values.GetValueOrDefault(item.Key)?.Score is not null)
            .Select(item => new ItemScore(item.Key, Values[item.Key].Score!.Value))
    ];

    /// <summary>Questions with at least one answer, in their order.</summary>
    public IEnumerable<Question> Answered => Questionnaire.Questions.Where(question => question.ItemKeys.Any(Values.ContainsKey));

    public bool HasWords => Values.Values.Any(answer => answer.Text is not null);

    /// <summary>Scores and words alone decide; nothing guesses at what the words mean.</summary>
    public FeedbackKind Kind =>
        Scores.Count > 0 && !HasWords && Scores.All(item => item.Score == ScalePoint.Highest) ? FeedbackKind.LimitedInformation
        : Scores.Any(item => item.IsHigh) && !Scores.Any(item => item.IsLow) ? FeedbackKind.ToCelebrate
        : FeedbackKind.ToRead;

    public static FeedbackReading Of(Questionnaire questionnaire, IEnumerable<ReleasedExcerpt> excerpts) =>
        new(questionnaire, excerpts.Where(IsAnswer).ToDictionary(excerpt => excerpt.QuestionKey, Value, StringComparer.Ordinal));

    public static bool IsLow(int score) => score <= Low;

    public static bool IsHigh(int score) => score >= High;

    // Redaction may leave no words of an answer.
    private static bool IsAnswer(ReleasedExcerpt excerpt) => excerpt.Text is not { } text || WrittenText.Clean(text).Length > 0;

    private static AnswerValue Value(ReleasedExcerpt excerpt) => excerpt switch
    {
        { Text: { } text } => AnswerValue.OfText(text),
        { Score: { } score } => AnswerValue.OfScore(score),
        _ => AnswerValue.OfChoice(excerpt.Choice!),
    };
}

/// <summary>One attribute or dial and the score that it was given.</summary>
public sealed record ItemScore(string Key, int Score)
{
    public bool IsLow => FeedbackReading.IsLow(Score);

    public bool IsHigh => FeedbackReading.IsHigh(Score);
}

/// <summary>How feedback is put before the worker.</summary>
public enum FeedbackKind
{
    ToRead,

    /// <summary>Something was scored 4 or 5 and nothing 1 or 2.</summary>
    ToCelebrate,

    /// <summary>Everything that was scored has a 5 and nothing was written: it says little, and is not taken for success.</summary>
    LimitedInformation,
}
