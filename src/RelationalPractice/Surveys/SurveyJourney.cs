namespace RelationalPractice.Surveys;

/// <summary>
/// The walk through one questionnaire: how, who, each question, check. Nothing is stored but what was answered;
/// where a person is, may go and goes next follows from it.
/// </summary>
public sealed class SurveyJourney(Questionnaire questionnaire, SurveyProgress progress)
{
    /// <summary>Every step of this person's walk. Who they are is asked unless they are anonymous.</summary>
    public IReadOnlyList<SurveyStep> Steps { get; } =
    [
        SurveyStep.How,
        .. progress.Tier is Tier.Anonymous ? Array.Empty<SurveyStep>() : [SurveyStep.Who],
        .. questionnaire.Questions.Select(question => SurveyStep.Question(question.Key)),
        SurveyStep.Check,
    ];

    /// <summary>Where the person goes on: the first step not yet done.</summary>
    public SurveyStep Position => Steps.First(step => !IsDone(step));

    /// <summary>A step is open when every step before it is done.</summary>
    public bool MayVisit(SurveyStep step) => IndexOf(step) is >= 0 and var index && index <= IndexOf(Position);

    /// <summary>The step itself when it is open, otherwise the last open one.</summary>
    public SurveyStep Nearest(SurveyStep step) => MayVisit(step) ? step : Position;

    /// <summary>
    /// Where to go once <paramref name="step"/> is done; always an open step. Whoever is <paramref name="changing"/>
    /// an answer from the check page returns there, unless the change has opened something not yet asked.
    /// </summary>
    public SurveyStep Next(SurveyStep step, bool changing = false)
    {
        var index = IndexOf(step);
        return changing || index < 0 || index == Steps.Count - 1 ? Position : Nearest(Steps[index + 1]);
    }

    /// <summary>Where the back link leads; null is the start page.</summary>
    public SurveyStep? Previous(SurveyStep step, bool changing = false)
    {
        if (changing && MayVisit(SurveyStep.Check) && step != SurveyStep.Check) return SurveyStep.Check;
        return IndexOf(step) switch
        {
            0 => null,
            > 0 and var index => Steps[index - 1],
            _ => Position,
        };
    }

    private bool IsDone(SurveyStep step) => step.Kind switch
    {
        SurveyStepKind.How => progress.Tier is not null,
        SurveyStepKind.Who => progress.WhoAnswered,
        SurveyStepKind.Question => progress.VisitedQuestions.Contains(step.QuestionKey!),
        _ => false,
    };

    private int IndexOf(SurveyStep step)
    {
        for (var index = 0; index < Steps.Count; index++)
        {
            if (Steps[index] == step) return index;
        }

        return -1;
    }
}
