using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RelationalPractice.Surveys;

internal static class QuestionnaireWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Stored and read as JSON, never set into a page: words stay readable in every script.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Questionnaire questionnaire)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) Write(json, questionnaire);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, Questionnaire questionnaire)
    {
        json.WriteStartObject();
        json.WriteString("key", questionnaire.Key);
        json.WriteString("version", questionnaire.Version);
        json.WriteString("audience", AudienceSlug.Of(questionnaire.Audience));
        json.WriteString("language", questionnaire.Language);
        json.WriteString("title", questionnaire.Title);
        json.WriteString("introduction", questionnaire.Introduction);
        json.WriteStartArray("ways");
        foreach (var way in questionnaire.Ways) Write(json, way);
        json.WriteEndArray();
        json.WriteString("beforeQuestions", questionnaire.BeforeQuestions);
        if (questionnaire.VersionNote is { } note) json.WriteString("versionNote", note);
        json.WriteStartArray("questions");
        foreach (var question in questionnaire.Questions) Write(json, question);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WayToAnswer way)
    {
        json.WriteStartObject();
        json.WriteString("tier", TierSlug.Of(way.Tier));
        json.WriteString("title", way.Title);
        json.WriteString("purpose", way.Purpose);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("key", question.Key);
        json.WriteNumber("number", question.Number);
        json.WriteString("type", question.Type);
        json.WriteString("label", question.Label);
        json.WriteString("wording", question.Wording);
        if (question.Help is { } help) json.WriteString("help", help);
        question.WriteDetails(json);
        json.WriteEndObject();
    }
}
