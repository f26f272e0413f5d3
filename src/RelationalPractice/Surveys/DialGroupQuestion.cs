using System.Text.Json;

namespace RelationalPractice.Surveys;

/// <summary>The young people's scale: five points, and "not sure", which is an answer and not a score.</summary>
/// <param name="NotSureLabel">What "not sure" is called in this questionnaire's language.</param>
public sealed record DialGroupQuestion(
    string Key, int Number, string Label, string Wording, string? Help,
    IReadOnlyList<ScaleItem> Items, IReadOnlyList<ScalePoint> Scale, string NotSureLabel)
    : ScoredGroupQuestion(Key, Number, Label, Wording, Help, Items, Scale)
{
    public const string TypeName = "dial-group";
    public const string NotSure = "not-sure";

    public override string Type => TypeName;

    protected override AnswerValue? ReadItem(string typed) =>
        string.Equals(typed, NotSure, StringComparison.Ordinal) ? AnswerValue.OfChoice(NotSure) : base.ReadItem(typed);

    protected override string? Words(AnswerValue? value) =>
        string.Equals(value?.Choice, NotSure, StringComparison.Ordinal) ? NotSureLabel : base.Words(value);

    protected override string NotOnTheScale(ScaleItem item) =>
        $"Choose one of the answers for “{Sentence(item)}”, or leave it blank";

    internal static DialGroupQuestion ReadFrom(FilePlace place, QuestionHead head, Glossary glossary)
    {
        place.HasOnly([.. QuestionHead.Properties, "items", "scale", "notSure"]);
        return new DialGroupQuestion(
            head.Key, head.Number, head.Label, head.Wording, head.Help,
            [.. place.Property("items").List(1, ItemsMax).Select(item => ScaleItem.ReadFrom(item, glossary))],
            ScalePoint.ReadScale(place.Property("scale")),
            place.Property("notSure").PlainText(ScalePoint.LabelMaxLength));
    }

    internal override void WriteDetails(Utf8JsonWriter json)
    {
        base.WriteDetails(json);
        json.WriteString("notSure", NotSureLabel);
    }
}
