using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>A message as it will arrive, with a link as long as a real one.</summary>
public sealed record TextPreview(string Title, string Text, TextSegments Size, string Subject, string Email)
{
    private static readonly string Example = new('X', PersonalCode.Length);

    /// <summary>Every text of one language.</summary>
    public static IReadOnlyList<TextPreview> All(IConfiguration configuration, HttpRequest request, string language)
    {
        var link = FamilyAddress.Of(configuration, request, Example).ToString();
        var stop = FamilyAddress.OfPage(configuration, request, FamilyLinks.Messages(Example)).ToString();
        return
        [
            .. Enum.GetValues<Audience>().SelectMany(audience => new[]
            {
                Of("Invitation", InvitationTexts.Invitation(language, audience, InvitationRound.During)),
                Of("After the end", InvitationTexts.Invitation(language, audience, InvitationRound.AfterTheEnd)),
                Of("Reminder", InvitationTexts.Reminder(language, audience)),
            }.Select(preview => preview with { Title = $"{preview.Title}, {StaffWords.Of(audience)}" })),
        ];

        TextPreview Of(string title, MessageWords words)
        {
            var text = Filled(words.Sms);
            return new TextPreview(title, text, TextSegments.Of(text), words.Subject, Filled(words.Email));
        }

        string Filled(string words) => words
            .Replace(OutgoingMessage.LinkPlace, link, StringComparison.Ordinal)
            .Replace(OutgoingMessage.StopPlace, stop, StringComparison.Ordinal);
    }

    public string SizeInWords =>
        $"{Size.Length} of {(Size.IsPlain ? TextSegments.PlainLength : TextSegments.OtherLength)} characters, {(Size.Segments == 1 ? "1 text" : $"{Size.Segments} texts")}";
}
