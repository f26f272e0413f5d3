using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>One answer to one item: exactly one of words, a score from 1 to 5, or the key of a choice.</summary>
[JsonConverter(typeof(AnswerValueJson))]
public sealed record AnswerValue
{
    private AnswerValue()
    {
    }

    public string? Text { get; private init; }

    public int? Score { get; private init; }

    public string? Choice { get; private init; }

    /// <summary>Cleans the text, so that whatever is stored can be stored, sent and shown everywhere.</summary>
    public static AnswerValue OfText(string text)
    {
        var clean = WrittenText.Clean(text);
        if (clean.Length == 0) throw new ArgumentException("An answer without words is no answer.", nameof(text));
        return new AnswerValue { Text = clean };
    }

    public static AnswerValue OfScore(int score)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, ScalePoint.Lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, ScalePoint.Highest);
        return new AnswerValue { Score = score };
    }

    public static AnswerValue OfChoice(string choice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(choice);
        return new AnswerValue { Choice = choice };
    }
}

public sealed class AnswerValueJson : JsonConverter<AnswerValue>
{
    private const string Text = "text";
    private const string Score = "score";
    private const string Choice = "choice";

    public override bool HandleNull => true;

    public override AnswerValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An answer is an object.");
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName) throw new JsonException("An answer is not empty.");
        var name = reader.GetString();
        reader.Read();
        var value = ReadValue(ref reader, name);
        reader.Read();
        return reader.TokenType == JsonTokenType.EndObject
            ? value
            : throw new JsonException("An answer is exactly one of text, score and choice.");
    }

    public override void Write(Utf8JsonWriter writer, AnswerValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Text is { } text) writer.WriteString(Text, text);
        else if (value.Score is { } score) writer.WriteNumber(Score, score);
        else writer.WriteString(Choice, value.Choice);
        writer.WriteEndObject();
    }

    private static AnswerValue ReadValue(ref Utf8JsonReader reader, string? name)
    {
        try
        {
            return (name, reader.TokenType) switch
            {
                (Text, JsonTokenType.String) => AnswerValue.OfText(reader.GetString()!),
                (Score, JsonTokenType.Number) => AnswerValue.OfScore(reader.GetInt32()),
                (Choice, JsonTokenType.String) => AnswerValue.OfChoice(reader.GetString()!),
                _ => throw new JsonException("An answer is a text, a score or a choice."),
            };
        }
        catch (ArgumentException refused)
        {
            throw new JsonException(refused.Message, refused);
        }
    }
}
