using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>An answer in the family's own words: what can hold something to hide.</summary>
/// <param name="Heading">The number and wording of its question.</param>
public sealed record WrittenAnswer(string QuestionKey, string Heading, string Text)
{
    /// <summary>In the order of the questionnaire.</summary>
    public static IReadOnlyList<WrittenAnswer> Of(Questionnaire questionnaire, IEnumerable<SurveyAnswer> answers)
    {
        var headings = questionnaire.Questions
            .SelectMany(question => question.ItemKeys.Select(key => (key, Heading: $"{question.Number}. {GlossaryText.Plain(question.Wording)}")))
            .ToList();
        return
        [
            .. answers
                .Where(answer => answer.Text is not null)
                .Select(answer => (answer, Place: headings.FindIndex(h => h.key == answer.QuestionKey)))
                // An answer to no question of this version is an accident, and may hide nothing from the reader.
                .OrderBy(found => found.Place < 0 ? int.MaxValue : found.Place)
                .ThenBy(found => found.answer.QuestionKey, StringComparer.Ordinal)
                .Select(found => new WrittenAnswer(
                    found.answer.QuestionKey, found.Place < 0 ? found.answer.QuestionKey : headings[found.Place].Heading, found.answer.Text!)),
        ];
    }
}
