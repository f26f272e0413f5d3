namespace RelationalPractice.Surveys;
public sealed record AnswerValue(string? Text, int? Score, string? Choice);
