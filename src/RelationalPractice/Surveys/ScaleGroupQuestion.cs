using System.Text.Json;

namespace RelationalPractice.Surveys;

/// <param name="Stem">The words that every item continues, such as "My social worker".</param>
public sealed record ScaleGroupQuestion(
    string Key, int Number, string Label, string Wording, string? Help,
    string? Stem, IReadOnlyList<ScaleItem> Items, IReadOnlyList<ScalePoint> Scale)
    : ScoredGroupQuestion(Key, Number, Label, Wording, Help, Items, Scale)
{
    public const string TypeName = "scale-group";
    public const int StemMaxLength = 120;

    public override string Type => TypeName;

    public override string Sentence(ScaleItem item) =>
        Stem is null ? base.Sentence(item) : $"{Stem} {base.Sentence(item)}";

    protected override string NotOnTheScale(ScaleItem item) =>
        $"Choose a number from 1 to 5 for “{Sentence(item)}”, or leave it blank";

    internal static ScaleGroupQuestion ReadFrom(FilePlace place, QuestionHead head, Glossary glossary)
    {
        place.HasOnly([.. QuestionHead.Properties, "stem", "items", "scale"]);
        return new ScaleGroupQuestion(
            head.Key, head.Number, head.Label, head.Wording, head.Help,
            place.Optional("stem")?.PlainText(StemMaxLength),
            [.. place.Property("items").List(1, ItemsMax).Select(item => ScaleItem.ReadFrom(item, glossary))],
            ScalePoint.ReadScale(place.Property("scale")));
    }

    internal override void WriteDetails(Utf8JsonWriter json)
    {
        if (Stem is not null) json.WriteString("stem", Stem);
        base.WriteDetails(json);
    }
}
