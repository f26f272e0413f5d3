using System.Globalization;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>A whole response as the quality team reads it: every question in the order it was asked, skipped ones included.</summary>
public static class Reading
{
    public static IReadOnlyList<ReadQuestion> Of(Questionnaire questionnaire, IEnumerable<SurveyAnswer> answers)
    {
        var values = ValuesOf(answers);
        var questions = questionnaire.Questions
            .Select(question => new ReadQuestion($"{question.Number}. {GlossaryText.Plain(question.Wording)}", question.Lines(values)));
        var strays = Strays(questionnaire, values);
        return strays.Count == 0 ? [.. questions] : [.. questions, new ReadQuestion("Answers that belong to no question", strays)];
    }

    public static IReadOnlyDictionary<string, AnswerValue> ValuesOf(IEnumerable<SurveyAnswer> answers) =>
        answers.ToDictionary(a => a.QuestionKey, Value, StringComparer.Ordinal);

    // A published version never changes, so there are none unless something went wrong; then nobody's words may go unread.
    private static List<AnswerLine> Strays(Questionnaire questionnaire, IReadOnlyDictionary<string, AnswerValue> values)
    {
        var asked = questionnaire.Questions.SelectMany(q => q.ItemKeys).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. values
                .Where(v => !asked.Contains(v.Key))
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => new AnswerLine(v.Key, v.Key, v.Value.Text ?? v.Value.Choice ?? v.Value.Score!.Value.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    private static AnswerValue Value(SurveyAnswer answer) => answer switch
    {
        { Text: { } text } => AnswerValue.OfText(text),
        { Score: { } score } => AnswerValue.OfScore(score),
        _ => AnswerValue.OfChoice(answer.Choice!),
    };
}

/// <param name="Heading">Its number and its wording, without glossary marks.</param>
public sealed record ReadQuestion(string Heading, IReadOnlyList<AnswerLine> Lines)
{
    public bool IsAnswered => Lines.Any(line => line.Words is not null);
}
