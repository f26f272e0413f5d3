using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static RelationalPractice.Tests.Supervision.Readings;

namespace RelationalPractice.Tests.Supervision;

public sealed class FeedbackReadingTests
{
    [Theory]
    [InlineData(new[] { 5, 5, 5, 5, 5 }, null, FeedbackKind.LimitedInformation)]
    [InlineData(new[] { 5, 0, 0, 0, 0 }, null, FeedbackKind.LimitedInformation)]
    [InlineData(new[] { 5, 5, 5, 5, 5 }, "She stayed when it was hard.", FeedbackKind.ToCelebrate)]
    [InlineData(new[] { 5, 5, 5, 5, 4 }, null, FeedbackKind.ToCelebrate)]
    [InlineData(new[] { 4, 3, 3, 3, 3 }, null, FeedbackKind.ToCelebrate)]
    [InlineData(new[] { 5, 5, 5, 5, 2 }, "She stayed when it was hard.", FeedbackKind.ToRead)]
    [InlineData(new[] { 5, 5, 5, 5, 1 }, null, FeedbackKind.ToRead)]
    [InlineData(new[] { 3, 3, 3, 3, 3 }, "Middling.", FeedbackKind.ToRead)]
    [InlineData(new[] { 0, 0, 0, 0, 0 }, "Only words.", FeedbackKind.ToRead)]
    [InlineData(new[] { 0, 0, 0, 0, 0 }, null, FeedbackKind.ToRead)]
    public void Kind_ScoresAndWords_DecideIt(int[] scores, string? words, FeedbackKind kind) =>
        Scored(ParentCarer, scores, words).Kind.ShouldBe(kind);

    [Fact]
    public void Kind_NotSureBesideFives_IsLimitedInformation()
    {
        var dials = ItemKeys(YoungPerson);

        Of(YoungPerson, Score(dials[0], 5), Choice(dials[1], DialGroupQuestion.NotSure)).Kind.ShouldBe(FeedbackKind.LimitedInformation);
    }

    [Fact]
    public void Of_NothingLeftOfTheWords_IsNoAnswer()
    {
        var reading = Of(ParentCarer, Text("impact", "  \n "), Score("trust", 5));

        reading.HasWords.ShouldBeFalse();
        reading.Answered.Select(question => question.Key).ShouldBe(["attributes"]);
    }

    [Fact]
    public void Answered_Released_StandsInTheOrderOfTheQuestions() =>
        Of(ParentCarer, Text("anything", "Last"), Score("trust", 4), Text("situation", "First"))
            .Answered.Select(question => question.Key).ShouldBe(["situation", "attributes", "anything"]);
}
