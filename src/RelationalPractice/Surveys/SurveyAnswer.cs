namespace RelationalPractice.Surveys;

/// <summary>One answer. Exactly one of text, score and choice is set; a skipped question has no row.</summary>
public sealed class SurveyAnswer
{
    public const int QuestionKeyMaxLength = 31;
    public const int ChoiceMaxLength = 31;

    public const int TextMaxLength = 5_000;

    public required Guid ResponseId { get; init; }

    public required string QuestionKey { get; init; }

    public string? Text { get; init; }

    public int? Score { get; init; }

    public string? Choice { get; init; }
}
