using System.Text.Json;

namespace RelationalPractice.Surveys;

/// <param name="HelpWhenAtMost">
/// A score this low shows the help page before going on and puts the response at the head of the readers' queue.
/// </param>
public sealed record ScaleItem(string Key, string Wording, int? HelpWhenAtMost = null)
{
    public const int WordingMaxLength = 300;

    public bool OffersHelp(AnswerValue? answer) => answer?.Score <= HelpWhenAtMost;

    internal static ScaleItem ReadFrom(FilePlace place, Glossary glossary)
    {
        place.HasOnly("key", "wording", "helpWhenAtMost");
        return new ScaleItem(
            place.Property("key").Key(),
            place.Property("wording").MarkedText(WordingMaxLength, glossary),
            // The top score may not be caught: that would raise every response and so none.
            place.Optional("helpWhenAtMost")?.WholeNumber(ScalePoint.Lowest, ScalePoint.Highest - 1));
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("key", Key);
        json.WriteString("wording", Wording);
        if (HelpWhenAtMost is { } atMost) json.WriteNumber("helpWhenAtMost", atMost);
        json.WriteEndObject();
    }
}
