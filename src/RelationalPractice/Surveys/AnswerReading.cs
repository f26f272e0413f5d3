namespace RelationalPractice.Surveys;

/// <summary>What came out of a posted question.</summary>
/// <param name="Values">The answers that can be kept, by item key.</param>
/// <param name="Problems">What is to be put right, in the order of the question.</param>
/// <param name="Typed">What was posted in each field that was not left empty, to show again beside its problem.</param>
public sealed record AnswerReading(
    IReadOnlyDictionary<string, AnswerValue> Values,
    IReadOnlyList<AnswerProblem> Problems,
    IReadOnlyDictionary<string, string> Typed)
{
    public bool HasProblems => Problems.Count > 0;

    internal sealed class Builder
    {
        private readonly Dictionary<string, AnswerValue> _values = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
        private readonly List<AnswerProblem> _problems = [];

        public void Value(string key, AnswerValue value) => _values[key] = value;

        public void Typed(string field, string text) => _typed[field] = text;

        public void Problem(string field, string message) => _problems.Add(new AnswerProblem(field, message));

        public AnswerReading Build() => new(_values, _problems, _typed);
    }
}

public sealed record AnswerProblem(string Field, string Message);

/// <summary>One answer as it is read back; <paramref name="Words"/> is null when the item was left empty.</summary>
/// <param name="Wording">The item as a sentence, or null where the question itself is the only item.</param>
public sealed record AnswerLine(string ItemKey, string? Wording, string? Words);
