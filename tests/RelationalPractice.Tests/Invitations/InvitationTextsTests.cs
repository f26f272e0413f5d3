using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

public sealed class InvitationTextsTests
{
    private const string LongAddress = "https://feedback.some-rather-long-council.gov.uk/f/";

    private static readonly string[] Telling =
        ["social", "worker", "child", "family", "feedback", "council", "service", "survey", "protection", "safeguard", "parent", "carer", "professional", "support"];

    public static TheoryData<string, Audience> All()
    {
        var all = new TheoryData<string, Audience>();
        foreach (var language in InvitationTexts.Languages)
        {
            all.Add(language, Audience.ParentCarer);
            all.Add(language, Audience.YoungPerson);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_WithALongAddress_IsOneSegmentOfPlainCharacters(string language, Audience audience)
    {
        new Uri(LongAddress).Host.Length.ShouldBe(40);
        var link = LongAddress + new string('X', PersonalCode.Length);

        foreach (var words in Of(language, audience))
        {
            var size = TextSegments.Of(words.Sms.Replace(OutgoingMessage.LinkPlace, link, StringComparison.Ordinal));
            (size.Segments, size.IsPlain).ShouldBe((1, true), words.Sms);
            size.Length.ShouldBeLessThanOrEqualTo(TextSegments.PlainLength);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Words_EveryMessage_SayNothingThatAStrangerMayNotRead(string language, Audience audience)
    {
        foreach (var text in Of(language, audience).SelectMany(words => new[] { words.Sms, words.Subject, words.Email }))
        {
            Telling.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(text);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Words_EveryMessage_HaveTheLinkOnceAndSayHowToStop(string language, Audience audience)
    {
        foreach (var words in Of(language, audience))
        {
            words.Sms.Split(OutgoingMessage.LinkPlace).Length.ShouldBe(2, words.Sms);
            words.Sms.ShouldContain("STOP", Case.Sensitive);
            words.Sms.ShouldNotContain(OutgoingMessage.StopPlace);
            words.Email.Split(OutgoingMessage.LinkPlace).Length.ShouldBe(2, words.Email);
            words.Email.Split(OutgoingMessage.StopPlace).Length.ShouldBe(2, words.Email);
            words.Email.Length.ShouldBeLessThan(OutgoingMessage.BodyMaxLength);
            words.Subject.Length.ShouldBeInRange(5, OutgoingMessage.SubjectMaxLength);
        }
    }

    [Fact]
    public void Words_LanguageWithoutTexts_AreEnglish() =>
        InvitationTexts.Reminder("cy", Audience.ParentCarer).ShouldBe(InvitationTexts.Reminder("en", Audience.ParentCarer));

    private static IEnumerable<MessageWords> Of(string language, Audience audience) =>
    [
        .. Enum.GetValues<InvitationRound>().Select(round => InvitationTexts.Invitation(language, audience, round)),
        InvitationTexts.Reminder(language, audience),
    ];
}
