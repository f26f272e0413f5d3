using System.Text.RegularExpressions;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed partial class InventedWordsTests
{
    private static readonly List<string> Texts = [.. InventedResponses.Texts(InventedResponses.FiveThousand)];

    [Fact]
    public void Texts_TwoThousandResponses_SayThousandsOfDifferentThings() =>
        InventedResponses.Texts(InventedResponses.Compose(2_000)).Distinct().Count().ShouldBeGreaterThan(4_000);

    [Fact]
    public void Texts_Lengths_RunFromAWordToALongAccount()
    {
        Texts.Count(text => text.Length <= 5).ShouldBeGreaterThan(100);
        Texts.Count(text => text.Length >= 1_500).ShouldBeGreaterThan(25);
        Texts.Max(text => text.Length).ShouldBeInRange(4_000, SurveyAnswer.TextMaxLength);
    }

    [Theory]
    [InlineData("Urdu", "انہوں نے")]
    [InlineData("Arabic", "شكرا")]
    [InlineData("Bengali", "ধন্যবাদ")]
    [InlineData("Chinese", "谢谢你们")]
    [InlineData("Ukrainian", "Дякую")]
    [InlineData("Polish", "Dziękuję")]
    [InlineData("Romanian", "Mulțumesc")]
    [InlineData("Welsh", "Mae hi'n")]
    public void Texts_OtherLanguages_AreThere(string language, string words) =>
        Texts.Count(text => text.Contains(words, StringComparison.Ordinal)).ShouldBeGreaterThan(1, language);

    [Fact]
    public void Texts_Emoji_AreThere() => Texts.Count(text => text.Any(char.IsHighSurrogate)).ShouldBeGreaterThan(100);

    // The ranges that Ofcom keeps free for drama, however they are written.
    [Fact]
    public void Texts_Telephones_AreAllForDrama()
    {
        var contacts = InventedResponses.FiveThousand.OfType<NamedResponse>().Select(r => InventedResponses.PersonalData.Reveal(r.Contact)).OfType<string>();
        var telephones = Texts.Concat(contacts).SelectMany(text => Telephone().Matches(text))
            .Select(found => string.Concat(found.Value.Where(char.IsAsciiDigit))).ToList();

        telephones.Count.ShouldBeGreaterThan(200);
        telephones.ShouldAllBe(telephone => DramaTelephone().IsMatch(telephone));
    }

    [Fact]
    public void Texts_Postcodes_AreOfNoRealArea()
    {
        var postcodes = Texts.SelectMany(text => Postcode().Matches(text)).ToList();

        postcodes.Count.ShouldBeGreaterThan(20);
        postcodes.ShouldAllBe(found => found.Groups["area"].Value.ToUpperInvariant() == "BK");
    }

    [Fact]
    public void Texts_Emails_ReachNobody()
    {
        var emails = Texts.SelectMany(text => Email().Matches(text)).Select(found => found.Value.TrimEnd('.', ',', ')')).ToList();

        emails.Count.ShouldBeGreaterThan(10);
        emails.ShouldAllBe(email => email.EndsWith("@demo.example", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Texts_Identities_AreLeftInAnonymousOnesForReadersToFind() =>
        InventedResponses.Texts(InventedResponses.FiveThousand.Where(r => r.Tier == Tier.Anonymous))
            .Count(text => Telephone().IsMatch(text) || Email().IsMatch(text)).ShouldBeGreaterThan(20);

    [GeneratedRegex(@"(\+44|0)[\d\s()-]{7,}\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex("^(01632960|(0|44)7700900)[0-9]{3}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DramaTelephone();

    [GeneratedRegex(@"\b(?<area>[A-Z]{1,2})\d{1,2} ?\d[A-Z]{2}\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\S+@\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();
}
