using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>What a draft knows of how far its person has come. Where they are is derived by <see cref="SurveyJourney"/>.</summary>
/// <param name="VisitedQuestions">Questions that were answered or skipped.</param>
public sealed record SurveyProgress(
    Tier? Tier,
    bool WhoAnswered,
    [property: JsonConverter(typeof(VisitedQuestionsJson))] IReadOnlySet<string> VisitedQuestions)
{
    public static SurveyProgress Start { get; } = new(Tier: null, WhoAnswered: false, ImmutableHashSet<string>.Empty);

    /// <summary>Another tier asks other things of who the person is, so those are asked again.</summary>
    public SurveyProgress Choose(Tier tier) =>
        tier == Tier ? this : this with { Tier = tier, WhoAnswered = false };

    public SurveyProgress AnswerWho() => this with { WhoAnswered = true };

    public SurveyProgress Visit(string questionKey) =>
        this with { VisitedQuestions = VisitedQuestions.Append(questionKey).ToImmutableHashSet(StringComparer.Ordinal) };
}

// The serialiser writes a read-only set but cannot read one back.
public sealed class VisitedQuestionsJson : JsonConverter<IReadOnlySet<string>>
{
    public override bool HandleNull => true;

    public override IReadOnlySet<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Visited questions are a list.");
        var visited = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.String) visited.Add(reader.GetString()!);
        return reader.TokenType == JsonTokenType.EndArray
            ? visited.ToImmutable()
            : throw new JsonException("A visited question is a text.");
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlySet<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var key in value.Order(StringComparer.Ordinal)) writer.WriteStringValue(key);
        writer.WriteEndArray();
    }
}
