namespace RelationalPractice.Surveys;

/// <summary>
/// Why a response is raised to the head of the readers' queue: a low score for feeling safe, or a word of the list. Raising hides nothing and decides
/// nothing: every response is read.
/// </summary>
public static class Triage
{
    /// <summary>In the order of the questions.</summary>
    public static IEnumerable<RaisedReason> Reasons(
        Questionnaire questionnaire, IReadOnlyDictionary<string, AnswerValue> answers, TriageWords words)
    {
        foreach (var question in questionnaire.Questions)
        {
            if (question is ScoredGroupQuestion scored)
            {
                foreach (var item in scored.OfferingHelp(answers))
                {
                    yield return new LowScore(question.Number, scored.Sentence(item));
                }
            }

            foreach (var match in question.ItemKeys.SelectMany(key => Matches(answers.GetValueOrDefault(key), words)))
            {
                yield return new ListedWord(question.Number, match);
            }
        }

        // There are none, but nobody's words may go unread.
        var asked = questionnaire.Questions.SelectMany(question => question.ItemKeys).ToHashSet(StringComparer.Ordinal);
        foreach (var match in answers.Where(answer => !asked.Contains(answer.Key)).SelectMany(answer => Matches(answer.Value, words)))
        {
            yield return new ListedWord(Question: null, match);
        }
    }

    private static IEnumerable<TriageMatch> Matches(AnswerValue? answer, TriageWords words) => answer?.Text is { } text ? words.Find(text) : [];
}

/// <param name="Question">Its number; null of an answer that belongs to no question.</param>
public abstract record RaisedReason(int? Question);

/// <param name="Statement">The dial, as a sentence.</param>
public sealed record LowScore(int? Question, string Statement) : RaisedReason(Question);

public sealed record ListedWord(int? Question, TriageMatch Match) : RaisedReason(Question);
