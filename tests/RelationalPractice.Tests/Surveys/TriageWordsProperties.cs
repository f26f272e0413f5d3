using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class TriageWordsProperties
{
    [Fact]
    public void Find_AnythingAtAll_PointsAtWhatIsThere() =>
        Prop.ForAll<string?, string?>((text, listed) => TriageWords.Of([listed ?? "", "hurt", "self harm"]).Find(text ?? "")
            .All(match => (text ?? "").Contains(match.AsWritten, StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_SeedWordAmongAnything_IsFound() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Gen.Elements<string>(TriageSeeds.Words).ToArbitrary(), (text, word) =>
            TriageWords.Of(TriageSeeds.Words).Find($"{text}. {word} .{text}").Any(match => match.Listed == word)).QuickCheckThrowOnFailure();
}
