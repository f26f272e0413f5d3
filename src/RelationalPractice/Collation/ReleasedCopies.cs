using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>What of a response may be seen in supervision. The one place in which a family's words are copied.</summary>
public static class ReleasedCopies
{
    /// <returns>Nothing of an anonymous response; scores alone where the family shares no more.</returns>
    public static IReadOnlyList<ReleasedExcerpt> Of(SurveyResponse response, Questionnaire questionnaire, IReadOnlyList<Redaction> redactions)
    {
        if (response is not WorkerResponse)
        {
            return [];
        }

        var answers = response is WorkerOnlyResponse { ScoresOnly: true }
            ? response.Answers.Where(answer => Scored(questionnaire).Contains(answer.QuestionKey))
            : response.Answers;
        return
        [
            .. answers.Select(answer => new ReleasedExcerpt
            {
                ResponseId = response.Id,
                QuestionKey = answer.QuestionKey,
                Text = answer.Text is { } text ? RedactedText.Of(text, redactions.Where(r => r.QuestionKey == answer.QuestionKey)) : null,
                Score = answer.Score,
                Choice = answer.Choice,
            }),
        ];
    }

    private static HashSet<string> Scored(Questionnaire questionnaire) =>
        [.. questionnaire.Questions.OfType<ScoredGroupQuestion>().SelectMany(question => question.ItemKeys)];
}
