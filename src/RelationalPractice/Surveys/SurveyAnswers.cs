using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>All answers of one person, by item key. Immutable; keys stand in ordinal order.</summary>
[JsonConverter(typeof(SurveyAnswersJson))]
public sealed class SurveyAnswers : IReadOnlyDictionary<string, AnswerValue>, IEquatable<SurveyAnswers>
{
    private static readonly JsonSerializerOptions Json = new()
    {
        // Stored as JSON, never set into a page: a word in Arabic takes two bytes a letter and not six.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, AnswerValue> _values;

    public SurveyAnswers(IEnumerable<KeyValuePair<string, AnswerValue>> values) =>
        _values = new SortedDictionary<string, AnswerValue>(
            values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public static SurveyAnswers None { get; } = new([]);

    public int Count => _values.Count;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<AnswerValue> Values => _values.Values;

    public AnswerValue this[string key] => _values[key];

    public static SurveyAnswers FromJson(string json) =>
        JsonSerializer.Deserialize<SurveyAnswers>(json, Json) ?? throw new JsonException("Answers are an object.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>These answers with one question answered anew: what it was left without is forgotten.</summary>
    public SurveyAnswers With(Question question, AnswerReading reading) => new(_values
        .Where(answer => !question.ItemKeys.Contains(answer.Key, StringComparer.Ordinal))
        .Concat(reading.Values));

    /// <summary>Whether the response goes to the head of the readers' queue.</summary>
    public bool Raised(Questionnaire questionnaire, TriageWords words) => Triage.Reasons(questionnaire, this, words).Any();

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out AnswerValue value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, AnswerValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(SurveyAnswers? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as SurveyAnswers);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var answer in _values) hash.Add(answer);
        return hash.ToHashCode();
    }
}

// Asks the options for nothing: a source-generated context knows only the types it names.
public sealed class SurveyAnswersJson : JsonConverter<SurveyAnswers>
{
    private static readonly AnswerValueJson Value = new();

    public override bool HandleNull => true;

    public override SurveyAnswers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Answers are an object.");
        var values = new Dictionary<string, AnswerValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (!values.TryAdd(key, Value.Read(ref reader, typeof(AnswerValue), options)))
                throw new JsonException("An item is answered once.");
        }

        return new SurveyAnswers(values);
    }

    public override void Write(Utf8JsonWriter writer, SurveyAnswers value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, answer) in value)
        {
            writer.WritePropertyName(key);
            Value.Write(writer, answer, options);
        }

        writer.WriteEndObject();
    }
}
