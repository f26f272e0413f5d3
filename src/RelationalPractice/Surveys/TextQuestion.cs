using System.Globalization;
using System.Text.Json;

namespace RelationalPractice.Surveys;

public abstract record TextQuestion(string Key, int Number, string Label, string Wording, string? Help)
    : Question(Key, Number, Label, Wording, Help)
{
    /// <summary>
    /// In UTF-16 units of the cleaned text: what a browser's maxlength and the character counter count, with a
    /// new line as one, so that the number beside the box and the number in the message agree.
    /// </summary>
    public abstract int MaxLength { get; }

    public override IReadOnlyList<string> ItemKeys => [Key];

    public override AnswerReading Read(Func<string, string?> posted)
    {
        var text = Clean(posted(Key));
        var reading = new AnswerReading.Builder();
        if (text.Length > 0) reading.Typed(Key, text);
        if (text.Length > MaxLength) reading.Problem(Key, TooLong(text.Length - MaxLength));
        else if (text.Length > 0) reading.Value(Key, AnswerValue.OfText(text));
        return reading.Build();
    }

    public override AnswerReading ReadSkipped(Func<string, string?> posted) => Read(posted);

    public override IReadOnlyList<AnswerLine> Lines(IReadOnlyDictionary<string, AnswerValue> answers) =>
        [new AnswerLine(Key, Wording: null, answers.GetValueOrDefault(Key)?.Text)];

    protected abstract string Clean(string? typed);

    internal override void WriteDetails(Utf8JsonWriter json)
    {
    }

    private string TooLong(int over) => string.Create(
        CultureInfo.InvariantCulture,
        $"Your answer is {over:N0} {(over == 1 ? "character" : "characters")} too long. It can have up to {MaxLength:N0}.");
}
