using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class WrittenTextProperties
{
    private static readonly Arbitrary<string> AnyText = Written.Text.ToArbitrary();

    [Fact]
    public void Clean_AnyText_CleanedAgainIsTheSame() => Prop.ForAll(AnyText, text =>
    {
        var clean = WrittenText.Clean(text);
        WrittenText.Clean(clean).ShouldBe(clean);
        var line = WrittenText.CleanLine(text);
        WrittenText.CleanLine(line).ShouldBe(line);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_AnyText_CanBeStoredAndSent() => Prop.ForAll(AnyText, text =>
    {
        var clean = WrittenText.Clean(text);
        clean.IsNormalized().ShouldBeTrue();
        clean.Trim().ShouldBe(clean);
        clean.ShouldAllBe(unit => unit == '\n' || !char.IsControl(unit));
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(clean).ShouldBeGreaterThanOrEqualTo(0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_WordsBetweenJunk_KeepsThem() => Prop.ForAll(AnyText, text =>
        WrittenText.Clean($"{text} she listens 😀 {text}").ShouldContain("she listens 😀")).QuickCheckThrowOnFailure();

    [Fact]
    public void CleanLine_AnyText_IsOneLine() => Prop.ForAll(AnyText, text =>
        WrittenText.CleanLine(text).ShouldNotContain('\n')).QuickCheckThrowOnFailure();
}
