using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Web.Pages.Shared;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class StackedBarsTests
{
    private static readonly string[] Points = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];

    private static readonly Arbitrary<int[][]> Tables =
        Gen.OneOf(Gen.Choose(0, 5_000), Gen.Choose(0, 3)).ArrayOf(5).ArrayOf().ToArbitrary();

    [Fact]
    public void Segments_AnyCounts_AddUpToOneWholeBar() => Prop.ForAll(Tables, table =>
    {
        var chart = Chart(table);
        foreach (var bar in chart.Bars)
        {
            chart.SegmentsOf(bar).Sum(segment => segment.Width).ShouldBe(bar.Scored == 0 ? 0 : chart.Unit, 1e-6);
            chart.SegmentsOf(bar).Sum(segment => segment.Count).ShouldBe(bar.Scored);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Segments_AnyCounts_StayInsideAndDoNotOverlap() => Prop.ForAll(Tables, table =>
    {
        var chart = Chart(table);
        foreach (var bar in chart.Bars)
        {
            var end = 0d;
            foreach (var segment in chart.SegmentsOf(bar))
            {
                segment.Width.ShouldBeGreaterThan(0);
                segment.X.ShouldBeGreaterThanOrEqualTo(end - 1e-6);
                end = segment.X + segment.Width;
            }

            end.ShouldBeLessThanOrEqualTo(StackedBars.Width + 1e-6);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Segments_DisagreementAndAgreement_LieOnTheirSidesAndNeitherApart() => Prop.ForAll(Tables, table =>
    {
        var chart = Chart(table);
        foreach (var segment in chart.Bars.SelectMany(chart.SegmentsOf))
        {
            if (segment.Point <= 2) (segment.X + segment.Width).ShouldBeLessThanOrEqualTo(chart.Middle + 1e-6);
            else segment.X.ShouldBeGreaterThanOrEqualTo(chart.Middle - 1e-6);
            if (segment.Point == 3) segment.X.ShouldBe(chart.Apart, 1e-6);
            if (segment.Point >= 4) (segment.X + segment.Width).ShouldBeLessThanOrEqualTo(chart.Apart - StackedBars.Gap + 1e-6);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1000, 1, false)]
    [InlineData(10, 10, true)]
    public void Segments_Number_IsShownWhereItFits(int many, int few, bool shown) =>
        Segment(Chart([[few, 0, 0, many, 0]]), point: 1).ShowsCount.ShouldBe(shown);

    [Fact]
    public void Segments_NobodyScored_AreNone()
    {
        var chart = Chart([[0, 0, 0, 0, 0]]);

        chart.SegmentsOf(chart.Bars[0]).ShouldBeEmpty();
    }

    [Fact]
    public void OnOneLine_LongStatement_EndsAtAWord() =>
        StackedBars.OnOneLine("My social worker practices sensitively and professionally - for example, is present and focused when with me")
            .ShouldBe("My social worker practices sensitively and professionally - for example, is present…");

    [Fact]
    public void Figure_AnyCulture_HasAPoint() => StackedBars.Figure(1234.567).ShouldBe("1234.57");

    private static StackedSegment Segment(StackedBars chart, int point) => chart.SegmentsOf(chart.Bars[0]).Single(segment => segment.Point == point);

    private static StackedBars Chart(int[][] table) =>
        new("scores", "Title", "Description", Points, [.. table.Select(counts => new StackedBar("Statement", counts, NotSure: null, NotAnswered: 0))]);
}
