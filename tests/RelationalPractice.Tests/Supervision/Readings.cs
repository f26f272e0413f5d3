using RelationalPractice.Collation;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;

namespace RelationalPractice.Tests.Supervision;

internal static class Readings
{
    public static readonly Questionnaire ParentCarer = SurveySeeds.Questionnaire(Audience.ParentCarer);
    public static readonly Questionnaire YoungPerson = SurveySeeds.Questionnaire(Audience.YoungPerson);

    public static IReadOnlyList<string> ItemKeys(Questionnaire questionnaire) =>
        [.. questionnaire.Questions.OfType<ScoredGroupQuestion>().SelectMany(group => group.ItemKeys)];

    public static FeedbackReading Of(Questionnaire questionnaire, params ReleasedExcerpt[] excerpts) => FeedbackReading.Of(questionnaire, excerpts);

    /// <summary>The questionnaire's items in their order; 0 leaves one alone.</summary>
    public static FeedbackReading Scored(Questionnaire questionnaire, IReadOnlyList<int> scores, string? words = null) => Of(
        questionnaire,
        [
            .. ItemKeys(questionnaire).Zip(scores).Where(scored => scored.Second > 0).Select(scored => Score(scored.First, scored.Second)),
            .. words is null ? (ReleasedExcerpt[])[] : [Text("anything", words)],
        ]);

    public static ReleasedExcerpt Score(string key, int score) => new() { ResponseId = Guid.Empty, QuestionKey = key, Score = score };

    public static ReleasedExcerpt Text(string key, string text) => new() { ResponseId = Guid.Empty, QuestionKey = key, Text = text };

    public static ReleasedExcerpt Choice(string key, string choice) => new() { ResponseId = Guid.Empty, QuestionKey = key, Choice = choice };
}
