using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Anonymity;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static RelationalPractice.Tests.Supervision.Readings;

namespace RelationalPractice.Tests.Supervision;

public sealed class WorkerFiguresTests
{
    private static readonly Month Now = new(2026, 11);

    [Fact]
    public void Of_Scores_AreCountedAndNeverAveraged()
    {
        var figures = WorkerFigures.Of([(Now, Scored(ParentCarer, [5, 4, 0, 1, 3])), (Now, Scored(ParentCarer, [5, 5, 5, 5, 5]))], Now).Single();

        figures.Responses.ShouldBe(2);
        figures.Items.Select(item => item.Key).ShouldBe(ItemKeys(ParentCarer));
        figures.Items.Select(item => string.Join(' ', item.Scores.Select(score => score.Count)) + " and " + item.NotScored)
            .ShouldBe(["0 0 0 0 2 and 0", "0 0 0 1 1 and 0", "0 0 0 0 1 and 1", "1 0 0 0 1 and 0", "0 0 1 0 1 and 0"]);
    }

    [Fact]
    public void Of_ParentsAndYoungPeople_AreKeptApart()
    {
        // Both have an item called "trust".
        var figures = WorkerFigures.Of([(Now, Scored(ParentCarer, [5, 5, 5, 5, 5])), (Now, Scored(YoungPerson, [1, 1, 1, 1, 1]))], Now);

        figures.Select(f => (f.Audience, f.Responses)).ShouldBe([(Audience.ParentCarer, 1), (Audience.YoungPerson, 1)]);
        figures[0].Items.ShouldAllBe(item => item.Scores[0].Count == 0);
        figures[1].Items.ShouldAllBe(item => item.Scores[4].Count == 0);
    }

    [Theory]
    [InlineData(2026, 11, true)]
    [InlineData(2025, 12, true)]
    [InlineData(2025, 11, false)]
    [InlineData(2026, 12, false)]
    public void Of_TwelveMonths_EndWithThisOne(int year, int month, bool counts) =>
        WorkerFigures.Of([(new Month(year, month), Scored(ParentCarer, [5, 5, 5, 5, 5]))], Now).Any().ShouldBe(counts);

    [Theory]
    [InlineData(WorkerFigures.DrawnFrom - 1, false)]
    [InlineData(WorkerFigures.DrawnFrom, true)]
    public void MayBeDrawn_FewResponses_MayNot(int responses, bool may) =>
        WorkerFigures.Of(Enumerable.Repeat((Now, Scored(ParentCarer, [4, 4, 4, 4, 4])), responses), Now).Single().MayBeDrawn.ShouldBe(may);

    [Fact]
    public void Of_AnyScores_EveryResponseIsCountedOnceForEachItem()
    {
        var answers = Gen.Choose(0, 5).ListOf(5).Select(scores => Scored(ParentCarer, [.. scores]));
        Prop.ForAll(answers.NonEmptyListOf().ToArbitrary(), readings =>
        {
            var figures = WorkerFigures.Of(readings.Select(reading => (Now, reading)), Now).Single();
            figures.Items.ShouldAllBe(item => item.Scores.Sum(score => score.Count) + item.NotScored == readings.Count());
        }).QuickCheckThrowOnFailure();
    }
}
