using System.Text.Json;
using System.Text.Json.Serialization;
using RelationalPractice.Surveys;

namespace RelationalPractice.Interviews;

/// <summary>What an interviewer reads out before the first question: who hears it, what is kept, and the one exception.</summary>
public sealed record InterviewStatement(string Version, string Source, IReadOnlyList<string> ParentCarer, IReadOnlyList<string> YoungPerson)
{
    private const string Resource = "RelationalPractice.Interviews.Seeds.statement.en.json";

    public IReadOnlyList<string> For(Audience audience) => audience == Audience.YoungPerson ? YoungPerson : ParentCarer;

    public static InterviewStatement Load()
    {
        using var stream = typeof(InterviewStatement).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"There is no {Resource}.");
        return JsonSerializer.Deserialize(stream, InterviewStatementJson.Default.InterviewStatement)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InterviewStatement))]
internal sealed partial class InterviewStatementJson : JsonSerializerContext;
