using System.Diagnostics;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class RedactedTextTests
{
    [Theory]
    [InlineData("Ann came", 0, 3, "[name] came")]
    [InlineData("Ann came", 1, 2, "A[name]n came")]
    [InlineData("😀 Ann came", 2, 5, "😀 [name] came")]
    [InlineData("a👩🏽‍👧b", 2, 3, "a[name]b")]
    [InlineData("🇬🇧", 0, 1, "[name]")]
    [InlineData("cafe\u0301!", 4, 5, "caf[name]!")]
    [InlineData("one\ntwo", 3, 4, "one[name]two")]
    [InlineData("Ann", -5, 99, "[name]")]
    [InlineData("Ann", 3, 9, "Ann")]
    public void Of_Stretch_HidesWholeCharacters(string text, int start, int end, string redacted) =>
        RedactedText.Of(text, [Redaction(start, end)]).ShouldBe(redacted);

    [Fact]
    public void Of_OverlappingStretches_AreOne() =>
        RedactedText.Of("Ann Bell came", [Redaction(2, 8), Redaction(0, 3), Redaction(4, 5)]).ShouldBe("[name] came");

    [Fact]
    public void Of_NeighbouringStretches_StayTwo() =>
        RedactedText.Of("Ann07700", [Redaction(0, 3), Redaction(3, 8, RedactionKind.Telephone)]).ShouldBe("[name][telephone number]");

    [Fact]
    public void Of_DeclinedProposal_ShowsTheWords() =>
        RedactedText.Of("Ann came", [Redaction(0, 3, hidden: false)]).ShouldBe("Ann came");

    [Fact]
    public void Label_EveryKind_HasItsOwn() =>
        Enum.GetValues<RedactionKind>().Select(RedactedText.Label).ShouldBeUnique();

    [Theory]
    [InlineData("It names Ann again", true)]
    [InlineData("it names ANN", true)]
    [InlineData("The annual review", false)]
    [InlineData(null, false)]
    public void IsRepeatedIn_HiddenWords_AreFoundAsWholeWords(string? reason, bool repeated) =>
        RedactedText.IsRepeatedIn(reason, ["Ann"]).ShouldBe(repeated);

    [Fact]
    public void PlacesOf_WordsWithEmojiBefore_AreCodePoints() =>
        RedactedText.PlacesOf("😀 Ann and Ann", "Ann").ShouldBe([new Stretch(2, 5), new Stretch(10, 13)]);

    [Fact]
    public void Of_LongestAnswerWith200Stretches_IsRightAndQuick()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(n => $"{n:000}😀 Xylo says it ")).PadRight(SurveyAnswer.TextMaxLength, '.');
        var redactions = RedactedText.PlacesOf(text, "Xylo").Select(place => Redaction(place.Start, place.End)).ToList();
        redactions.Count.ShouldBe(200);
        var watch = Stopwatch.StartNew();

        var redacted = RedactedText.Of(text, redactions);

        redacted.ShouldNotContain("Xylo");
        redacted.ShouldBe(text.Replace("Xylo", "[name]", StringComparison.Ordinal));
        IdentifierScan.Find(text, KnownIdentifiers.Of(["Xylo Bell"], [], [])).Count(p => p.Words == "Xylo").ShouldBe(200);
        // Far above what it takes: it fails when the work grows with the square of the text.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static Redaction Redaction(int start, int end, RedactionKind kind = RedactionKind.Name, bool hidden = true) => new()
    {
        Id = Guid.NewGuid(),
        ResponseId = Guid.Empty,
        QuestionKey = "q",
        Start = start,
        End = end,
        Kind = kind,
        Hidden = hidden,
        ById = Guid.Empty,
    };
}
