using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class QuestionnaireFileTextTests
{
    [Theory]
    [InlineData("$.title")]
    [InlineData("$.questions[0].wording")]
    [InlineData("$.questions[0].help")]
    [InlineData("$.questions[2].items[1].wording")]
    [InlineData("$.questions[2].scale[2].label")]
    [InlineData("$.questions[4].options[1].label")]
    public void Load_EmptyWords_AreRefused(string place)
    {
        Refusal.With(place, "\"\"", "must not be empty");
        Refusal.With(place, "\" \\n \"", "must not be empty");
    }

    [Theory]
    [InlineData("$.title", Questionnaire.TitleMaxLength)]
    [InlineData("$.introduction", Questionnaire.IntroductionMaxLength)]
    [InlineData("$.beforeQuestions", Questionnaire.BeforeQuestionsMaxLength)]
    [InlineData("$.versionNote", Questionnaire.VersionNoteMaxLength)]
    [InlineData("$.ways[0].title", WayToAnswer.TitleMaxLength)]
    [InlineData("$.ways[0].purpose", WayToAnswer.PurposeMaxLength)]
    [InlineData("$.questions[0].label", Question.LabelMaxLength)]
    [InlineData("$.questions[0].wording", Question.WordingMaxLength)]
    [InlineData("$.questions[0].help", Question.HelpMaxLength)]
    [InlineData("$.questions[2].stem", ScaleGroupQuestion.StemMaxLength)]
    [InlineData("$.questions[2].items[0].wording", ScaleItem.WordingMaxLength)]
    [InlineData("$.questions[2].scale[0].label", ScalePoint.LabelMaxLength)]
    [InlineData("$.questions[3].notSure", ScalePoint.LabelMaxLength)]
    [InlineData("$.questions[4].options[0].label", ChoiceOption.LabelMaxLength)]
    public void Load_TextAtItsLimit_IsReadAndOverItRefused(string place, int limit)
    {
        var json = SampleQuestionnaire.Json();
        json.Set(place, new string('x', limit));
        SampleQuestionnaire.Load(json);

        Refusal.With(place, $"\"{new string('x', limit + 1)}\"", $"must be {limit} characters or fewer, not {limit + 1}");
    }

    [Theory]
    [InlineData(" before")]
    [InlineData("after\\n")]
    [InlineData("tab\\there")]
    [InlineData("line\\r\\nend")]
    [InlineData("nothing\\u0000")]
    [InlineData("apart: e\\u0301")]
    public void Load_TextNotAsItIsStored_IsRefused(string text) => Refusal.With(
        "$.questions[0].wording", $"\"{text}\"", "must be NFC text without control characters, tabs or white space around it");

    [Fact]
    public void Parse_HalfASurrogatePair_IsRefused()
    {
        ParsedWith("\"Sample\"", "\"\\ud83d\"").Message.ShouldBe("sample.json: $.title: must not hold half a surrogate pair");
        ParsedWith("\"title\"", "\"\\ud83d\"").Message
            .ShouldBe("sample.json: $: a property's name must not hold half a surrogate pair");
    }

    [Fact]
    public void Load_UnknownGlossaryKey_IsRefused()
    {
        Refusal.With("$.questions[0].wording", "\"What is [[hope|hope]]?\"", "the glossary has no term hope");
        Refusal.With("$.questions[2].items[0].wording", "\"is [[hope|hopeful]]\"", "the glossary has no term hope");
    }

    [Theory]
    [InlineData("[[trust|trust")]
    [InlineData("trust]]")]
    [InlineData("[[trust]]")]
    [InlineData("[[trust|]]")]
    [InlineData("[[Trust|trust]]")]
    [InlineData("[[trust|[[trust|trust]]]]")]
    public void Load_BrokenGlossaryMark_IsRefused(string wording) =>
        Refusal.With("$.questions[0].wording", $"\"{wording}\"", "a glossary mark must be written [[key|words]]");

    [Theory]
    [InlineData("$.title")]
    [InlineData("$.introduction")]
    [InlineData("$.questions[0].label")]
    [InlineData("$.questions[2].stem")]
    [InlineData("$.questions[2].scale[0].label")]
    [InlineData("$.questions[4].options[0].label")]
    public void Load_GlossaryMarkWhereNoneIsShown_IsRefused(string place) =>
        Refusal.With(place, "\"[[trust|trust]]\"", "must not hold glossary marks");

    private static QuestionnaireFileException ParsedWith(string old, string replacement) =>
        Should.Throw<QuestionnaireFileException>(() => QuestionnaireFile.Parse(
            SampleQuestionnaire.Json().ToJsonString().Replace(old, replacement, StringComparison.Ordinal),
            SampleQuestionnaire.FileName,
            SampleQuestionnaire.Glossary));
}
