using System.Text.Json;

namespace RelationalPractice.Surveys;

/// <summary>Several items, each scored on the same five points, each of which can be left alone.</summary>
public abstract record ScoredGroupQuestion(
    string Key, int Number, string Label, string Wording, string? Help,
    IReadOnlyList<ScaleItem> Items, IReadOnlyList<ScalePoint> Scale)
    : Question(Key, Number, Label, Wording, Help)
{
    public const int ItemsMax = 20;

    public override IReadOnlyList<string> ItemKeys => [.. Items.Select(item => item.Key)];

    public override AnswerReading Read(Func<string, string?> posted)
    {
        var reading = new AnswerReading.Builder();
        foreach (var item in Items)
        {
            var typed = WrittenText.CleanLine(posted(item.Key));
            if (typed.Length == 0) continue;
            reading.Typed(item.Key, typed);
            if (ReadItem(typed) is { } value) reading.Value(item.Key, value);
            else reading.Problem(item.Key, NotOnTheScale(item));
        }

        return reading.Build();
    }

    public override IReadOnlyList<AnswerLine> Lines(IReadOnlyDictionary<string, AnswerValue> answers) =>
        [.. Items.Select(item => new AnswerLine(item.Key, Sentence(item), Words(answers.GetValueOrDefault(item.Key))))];

    public override bool OffersHelp(IReadOnlyDictionary<string, AnswerValue> answers) =>
        OfferingHelp(answers).Any();

    /// <summary>The statements that were scored so low that help is shown.</summary>
    public IEnumerable<ScaleItem> OfferingHelp(IReadOnlyDictionary<string, AnswerValue> answers) =>
        Items.Where(item => item.OffersHelp(answers.GetValueOrDefault(item.Key)));

    /// <summary>The item as a whole sentence, without glossary marks.</summary>
    public virtual string Sentence(ScaleItem item) => GlossaryText.Plain(item.Wording);

    protected virtual AnswerValue? ReadItem(string typed) =>
        Scale.FirstOrDefault(point => string.Equals(point.Posted, typed, StringComparison.Ordinal)) is { } point
            ? AnswerValue.OfScore(point.Value)
            : null;

    protected virtual string? Words(AnswerValue? value) =>
        Scale.FirstOrDefault(point => point.Value == value?.Score) is { } point ? $"{point.Value} – {point.Label}" : null;

    protected abstract string NotOnTheScale(ScaleItem item);

    internal override void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray("items");
        foreach (var item in Items) item.WriteTo(json);
        json.WriteEndArray();

        json.WriteStartArray("scale");
        foreach (var point in Scale) point.WriteTo(json);
        json.WriteEndArray();
    }
}
