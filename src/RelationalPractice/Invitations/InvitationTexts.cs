using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Invitations;

/// <summary>
/// What is written to families. Other people read telephones: the words say nothing of who asks, whom about or why. Each text fits one
/// segment with its link, and each message says how to stop. A language without texts of its own is written to in English.
/// </summary>
public static class InvitationTexts
{
    private const string FallbackLanguage = "en";

    private static readonly FrozenDictionary<string, TextsFile> ByLanguage =
        new[] { FallbackLanguage }.Select(Read).ToFrozenDictionary(file => file.Language, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Languages => ByLanguage.Keys;

    public static MessageWords Invitation(string language, Audience audience, InvitationRound round) =>
        round == InvitationRound.AfterTheEnd ? Of(language, audience).AfterTheEnd : Of(language, audience).Invitation;

    public static MessageWords Reminder(string language, Audience audience) => Of(language, audience).Reminder;

    private static AudienceTexts Of(string language, Audience audience)
    {
        var file = ByLanguage.GetValueOrDefault(language) ?? ByLanguage[FallbackLanguage];
        return audience == Audience.YoungPerson ? file.YoungPerson : file.ParentCarer;
    }

    private static TextsFile Read(string language)
    {
        var name = $"RelationalPractice.Invitations.Seeds.texts.{language}.json";
        using var stream = typeof(InvitationTexts).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        return JsonSerializer.Deserialize(stream, TextsFileJson.Default.TextsFile) ?? throw new JsonException("The texts are an object.");
    }
}

/// <summary>One message as a text and as an e-mail; <see cref="OutgoingMessage.LinkPlace"/> and <see cref="OutgoingMessage.StopPlace"/> stand in it.</summary>
public sealed record MessageWords(string Sms, string Subject, string Email);

internal sealed record AudienceTexts(MessageWords Invitation, MessageWords AfterTheEnd, MessageWords Reminder);

internal sealed record TextsFile(string Language, AudienceTexts ParentCarer, AudienceTexts YoungPerson);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TextsFile))]
internal sealed partial class TextsFileJson : JsonSerializerContext;
