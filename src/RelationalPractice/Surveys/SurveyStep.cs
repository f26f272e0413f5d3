namespace RelationalPractice.Surveys;

public enum SurveyStepKind
{
    How,
    Who,
    Question,
    Check,
}

/// <summary>A place in the survey. Two steps are equal when they are the same place.</summary>
public sealed record SurveyStep
{
    private SurveyStep(SurveyStepKind kind, string? questionKey = null)
    {
        Kind = kind;
        QuestionKey = questionKey;
    }

    public static SurveyStep How { get; } = new(SurveyStepKind.How);

    public static SurveyStep Who { get; } = new(SurveyStepKind.Who);

    public static SurveyStep Check { get; } = new(SurveyStepKind.Check);

    public SurveyStepKind Kind { get; }

    /// <summary>Set exactly when <see cref="Kind"/> is a question.</summary>
    public string? QuestionKey { get; }

    public static SurveyStep Question(string key) => new(SurveyStepKind.Question, key);
}
