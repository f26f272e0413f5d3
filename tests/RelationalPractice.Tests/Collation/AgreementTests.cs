using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Collation;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class AgreementTests
{
    /// <summary>Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section A: two observers, two values, ten units.</summary>
    [Fact]
    public void Alpha_KrippendorffsBinaryExample_IsHis()
    {
        int[] first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
        int[] second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];

        Agreement.Alpha(first.Zip(second, (a, b) => new[] { a, b })).ShouldNotBeNull().ShouldBe(0.095, 0.0005);
    }

    /// <summary>The same, section C: four observers, twelve units, values missing.</summary>
    [Fact]
    public void Alpha_KrippendorffsExampleWithMissingValues_IsHis()
    {
        int?[][] observers =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
            [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
        ];

        Agreement.Alpha(Enumerable.Range(0, 12).Select(unit => observers.Select(observer => observer[unit]).OfType<int>().ToList()))
            .ShouldNotBeNull().ShouldBe(0.743, 0.0005);
    }

    /// <summary>Fifty applications read by two: both yes 20, only the first 5, only the second 10, both no 15.</summary>
    [Fact]
    public void Kappa_PublishedExample_IsItsOwn()
    {
        List<(bool, bool)> units =
        [
            .. Enumerable.Repeat((true, true), 20), .. Enumerable.Repeat((true, false), 5),
            .. Enumerable.Repeat((false, true), 10), .. Enumerable.Repeat((false, false), 15),
        ];

        Agreement.Kappa(units).ShouldNotBeNull().ShouldBe(0.4, 1e-9);
    }

    [Fact]
    public void Both_NothingJudgedByTwo_SayNothing()
    {
        Agreement.Kappa<int>([]).ShouldBeNull();
        Agreement.Alpha<int>([[1], [2], []]).ShouldBeNull();
    }

    [Fact]
    public void Both_OneValueAlone_SayNothing()
    {
        Agreement.Kappa([(1, 1), (1, 1)]).ShouldBeNull();
        Agreement.Alpha<int>([[1, 1], [1, 1]]).ShouldBeNull();
    }

    [Fact]
    public void Both_PerfectAgreementOnMoreThanOneValue_IsOne() => Prop.ForAll(Values(), values =>
    {
        int[] judged = [0, 1, .. values];
        Agreement.Kappa(judged.Select(value => (value, value)).ToList())!.Value.ShouldBe(1, 1e-9);
        Agreement.Alpha(judged.Select(value => new[] { value, value, value }))!.Value.ShouldBe(1, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_CodersChangePlaces_IsTheSame() => Prop.ForAll(Values(), values =>
    {
        var units = values.Zip(values.Reverse(), (a, b) => (First: a, Second: b)).ToList();
        var turned = units.ConvertAll(unit => (First: unit.Second, Second: unit.First));
        Same(Agreement.Kappa(units), Agreement.Kappa(turned));
        Same(Agreement.Alpha(units.Select(unit => new[] { unit.First, unit.Second })), Agreement.Alpha(turned.Select(unit => new[] { unit.First, unit.Second })));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Alpha_UnitsThatOneCoderJudged_ChangeNothing() => Prop.ForAll(Values(), values =>
    {
        List<int[]> units = [[0, 1], [1, 1], [0, 0]];
        Same(Agreement.Alpha(units), Agreement.Alpha(units.Concat(values.Select(value => new[] { value }))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_AnyJudgements_NeverExceedOne() => Prop.ForAll(Values(), values =>
    {
        var units = values.Zip(values.Skip(1), (a, b) => (a, b)).ToList();
        (Agreement.Kappa(units) ?? 0).ShouldBeLessThanOrEqualTo(1 + 1e-9);
        (Agreement.Alpha(units.Select(unit => new[] { unit.a, unit.b })) ?? 0).ShouldBeLessThanOrEqualTo(1 + 1e-9);
    }).QuickCheckThrowOnFailure();

    private static void Same(double? one, double? other)
    {
        one.HasValue.ShouldBe(other.HasValue);
        (one ?? 0).ShouldBe(other ?? 0, 1e-9);
    }

    private static Arbitrary<int[]> Values() => Gen.Choose(0, 3).ArrayOf().ToArbitrary();
}
