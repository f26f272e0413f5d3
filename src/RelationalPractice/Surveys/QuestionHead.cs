namespace RelationalPractice.Surveys;

/// <summary>What every question in a file has, whatever its answer type.</summary>
internal sealed record QuestionHead(string Key, int Number, string Label, string Wording, string? Help)
{
    public static IReadOnlyList<string> Properties { get; } = ["key", "number", "type", "label", "wording", "help"];

    public static QuestionHead ReadFrom(FilePlace place, Glossary glossary) => new(
        place.Property("key").Key(),
        place.Property("number").WholeNumber(1, Questionnaire.QuestionsMax),
        place.Property("label").PlainText(Question.LabelMaxLength),
        place.Property("wording").MarkedText(Question.WordingMaxLength, glossary),
        place.Optional("help")?.MarkedText(Question.HelpMaxLength, glossary));
}
