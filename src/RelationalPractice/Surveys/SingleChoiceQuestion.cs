using System.Text.Json;

namespace RelationalPractice.Surveys;

public sealed record ChoiceOption(string Key, string Label)
{
    public const int LabelMaxLength = 200;
}

public sealed record SingleChoiceQuestion(
    string Key, int Number, string Label, string Wording, string? Help, IReadOnlyList<ChoiceOption> Options)
    : Question(Key, Number, Label, Wording, Help)
{
    public const string TypeName = "single-choice";
    public const int OptionsMin = 2;
    public const int OptionsMax = 30;

    public override string Type => TypeName;

    public override IReadOnlyList<string> ItemKeys => [Key];

    public override AnswerReading Read(Func<string, string?> posted)
    {
        var reading = new AnswerReading.Builder();
        var typed = WrittenText.CleanLine(posted(Key));
        if (typed.Length == 0) return reading.Build();

        reading.Typed(Key, typed);
        if (Find(typed) is { } option) reading.Value(Key, AnswerValue.OfChoice(option.Key));
        else reading.Problem(Key, "Choose one of the answers in the list, or leave it blank");
        return reading.Build();
    }

    public override IReadOnlyList<AnswerLine> Lines(IReadOnlyDictionary<string, AnswerValue> answers) =>
        [new AnswerLine(Key, Wording: null, Find(answers.GetValueOrDefault(Key)?.Choice)?.Label)];

    internal static SingleChoiceQuestion ReadFrom(FilePlace place, QuestionHead head)
    {
        place.HasOnly([.. QuestionHead.Properties, "options"]);
        var options = place.Property("options").List(OptionsMin, OptionsMax);
        foreach (var option in options) option.HasOnly("key", "label");
        FilePlace.RefuseRepeats(options.Select(option => option.Property("key")));

        return new SingleChoiceQuestion(
            head.Key, head.Number, head.Label, head.Wording, head.Help,
            [.. options.Select(option => new ChoiceOption(
                option.Property("key").Key(), option.Property("label").PlainText(ChoiceOption.LabelMaxLength)))]);
    }

    internal override void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray("options");
        foreach (var option in Options)
        {
            json.WriteStartObject();
            json.WriteString("key", option.Key);
            json.WriteString("label", option.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private ChoiceOption? Find(string? key) =>
        Options.FirstOrDefault(option => string.Equals(option.Key, key, StringComparison.Ordinal));
}
