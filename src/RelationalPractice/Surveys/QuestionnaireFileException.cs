namespace RelationalPractice.Surveys;

/// <summary>A questionnaire or glossary file breaks a rule: says which file, where in it, and which rule.</summary>
public sealed class QuestionnaireFileException(string fileName, string place, string rule, Exception? inner = null)
    : Exception($"{fileName}: {place}: {rule}", inner)
{
    public string FileName { get; } = fileName;

    /// <summary>A JSON path, such as <c>$.questions[2].items[0].key</c>.</summary>
    public string Place { get; } = place;

    public string Rule { get; } = rule;
}
