using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SurveyAnswersProperties
{
    private static readonly Gen<AnswerValue> Values = Gen.OneOf(
        from text in Written.Text select AnswerValue.OfText("x" + text),
        from score in Gen.Choose(ScalePoint.Lowest, ScalePoint.Highest) select AnswerValue.OfScore(score),
        from choice in Gen.Elements("not-sure", "yes", "later") select AnswerValue.OfChoice(choice));

    private static readonly Gen<SurveyAnswers> Answers =
        from keys in Gen.SubListOf("situation", "trust", "safe", "rights", "impact", "others", "change", "anything")
        from values in Values.ListOf(keys.Count)
        select new SurveyAnswers(keys.Zip(values, (key, value) => KeyValuePair.Create(key, value)));

    [Fact]
    public void ToJson_AnyAnswers_AreReadBackUnchanged() => Prop.ForAll(Answers.ToArbitrary(), answers =>
        SurveyAnswers.FromJson(answers.ToJson()).ShouldBe(answers)).QuickCheckThrowOnFailure();

    [Fact]
    public void Serialize_InsideAnotherObject_IsReadBackUnchanged() => Prop.ForAll(Answers.ToArbitrary(), answers =>
        JsonSerializer.Deserialize<StoredAnswers>(JsonSerializer.SerializeToUtf8Bytes(new StoredAnswers(answers)))!.Answers.ShouldBe(answers))
        .QuickCheckThrowOnFailure();

    // A source-generated context knows only the types it names, so the converter must not ask it for others.
    [Fact]
    public void Serialize_ByASourceGeneratedContext_IsReadBackUnchanged() => Prop.ForAll(Answers.ToArbitrary(), answers =>
        JsonSerializer.Deserialize(
                JsonSerializer.SerializeToUtf8Bytes(new StoredAnswers(answers), GeneratedJson.Default.StoredAnswers), GeneratedJson.Default.StoredAnswers)!
            .Answers.ShouldBe(answers)).QuickCheckThrowOnFailure();
}

internal sealed record StoredAnswers(SurveyAnswers Answers);

[JsonSerializable(typeof(StoredAnswers))]
internal sealed partial class GeneratedJson : JsonSerializerContext;
