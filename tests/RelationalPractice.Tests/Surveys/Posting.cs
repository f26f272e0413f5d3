using RelationalPractice.Surveys;

namespace RelationalPractice.Tests.Surveys;

public static class Posting
{
    /// <summary>Reads a question from a form that posted these fields.</summary>
    public static AnswerReading ReadPosted(this Question question, params (string Field, string? Value)[] fields) =>
        question.Read(name => fields.FirstOrDefault(field => string.Equals(field.Field, name, StringComparison.Ordinal)).Value);
}
