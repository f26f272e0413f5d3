using System.Text;
using System.Text.Json.Nodes;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class QuestionnaireFileTests
{
    [Fact]
    public void Load_EveryAnswerType_IsRead()
    {
        var questionnaire = SampleQuestionnaire.Load();

        questionnaire.Questions.Select(question => question.GetType()).ShouldBe(
        [
            typeof(LongTextQuestion), typeof(ShortTextQuestion), typeof(ScaleGroupQuestion), typeof(DialGroupQuestion),
            typeof(SingleChoiceQuestion),
        ]);
        questionnaire.Audience.ShouldBe(Audience.YoungPerson);
        questionnaire.Language.ShouldBe("en-GB");
        questionnaire.Introduction.ShouldBe("First.\n\nSecond.");
        questionnaire.Way(Tier.WorkerOnly).Purpose.ShouldBe("To learn");
    }

    [Fact]
    public void Load_WithByteOrderMark_IsRead()
    {
        byte[] file = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(SampleQuestionnaire.Json().ToJsonString())];

        QuestionnaireFile.Load(new MemoryStream(file), SampleQuestionnaire.FileName, SampleQuestionnaire.Glossary)
            .Key.ShouldBe("sample");
    }

    [Fact]
    public void Load_NotUtf8_IsRefused()
    {
        var broken = Should.Throw<QuestionnaireFileException>(() => QuestionnaireFile.Load(
            new MemoryStream([0x7B, 0x22, 0xFF, 0x22]), SampleQuestionnaire.FileName, SampleQuestionnaire.Glossary));

        broken.Message.ShouldBe("sample.json: $: the file must be UTF-8");
    }

    [Theory]
    [InlineData("{ \"key\": }", "$ (line 1, byte 10)")]
    [InlineData("{}\n{}", "$ (line 2, byte 1)")]
    [InlineData("", "$ (line 1, byte 1)")]
    public void Parse_NotJson_IsRefusedWithItsLine(string json, string place)
    {
        var broken = Should.Throw<QuestionnaireFileException>(() =>
            QuestionnaireFile.Parse(json, SampleQuestionnaire.FileName, SampleQuestionnaire.Glossary));

        broken.Message.ShouldBe($"sample.json: {place}: the file must be JSON");
    }

    [Fact]
    public void Load_NotAnObject_IsRefused() => Refusal.Of(new JsonArray(), "$", "must be an object");

    [Theory]
    [InlineData("$.key")]
    [InlineData("$.version")]
    [InlineData("$.audience")]
    [InlineData("$.language")]
    [InlineData("$.title")]
    [InlineData("$.introduction")]
    [InlineData("$.ways")]
    [InlineData("$.ways[1].tier")]
    [InlineData("$.ways[1].title")]
    [InlineData("$.ways[1].purpose")]
    [InlineData("$.beforeQuestions")]
    [InlineData("$.questions")]
    [InlineData("$.questions[0].key")]
    [InlineData("$.questions[0].number")]
    [InlineData("$.questions[0].type")]
    [InlineData("$.questions[0].label")]
    [InlineData("$.questions[0].wording")]
    [InlineData("$.questions[2].items")]
    [InlineData("$.questions[2].items[1].key")]
    [InlineData("$.questions[2].items[1].wording")]
    [InlineData("$.questions[2].scale")]
    [InlineData("$.questions[2].scale[3].value")]
    [InlineData("$.questions[2].scale[3].label")]
    [InlineData("$.questions[3].notSure")]
    [InlineData("$.questions[4].options")]
    [InlineData("$.questions[4].options[0].key")]
    [InlineData("$.questions[4].options[0].label")]
    public void Load_PropertyMissing_IsRefused(string place) =>
        Refusal.Without(place, "is missing");

    [Theory]
    [InlineData("$.versionNote")]
    [InlineData("$.questions[0].help")]
    [InlineData("$.questions[2].stem")]
    [InlineData("$.questions[3].items[0].helpWhenAtMost")]
    public void Load_OptionalPropertyMissing_IsRead(string place)
    {
        var json = SampleQuestionnaire.Json();
        json.TakeOut(place);

        SampleQuestionnaire.Load(json).Questions.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("$.colour", "key, version, audience")]
    [InlineData("$.ways[0].colour", "tier, title, purpose")]
    [InlineData("$.questions[0].items", "key, number, type, label, wording, help")]
    [InlineData("$.questions[1].colour", "key, number, type, label, wording, help")]
    [InlineData("$.questions[2].notSure", "stem, items, scale")]
    [InlineData("$.questions[2].items[0].colour", "key, wording, helpWhenAtMost")]
    [InlineData("$.questions[2].scale[0].colour", "value, label")]
    [InlineData("$.questions[3].stem", "items, scale, notSure")]
    [InlineData("$.questions[4].options[1].colour", "key, label")]
    public void Load_PropertyUnknown_IsRefusedNamingTheKnown(string place, string known)
    {
        var broken = Refusal.With(place, "[]", "unknown property");

        broken.Rule.ShouldContain(known);
    }

    [Fact]
    public void Load_PropertyTwice_IsRefused()
    {
        var twice = SampleQuestionnaire.Json().ToJsonString().Replace(
            "\"title\":\"Sample\"", "\"title\":\"Sample\",\"title\":\"Other\"", StringComparison.Ordinal);

        var broken = Should.Throw<QuestionnaireFileException>(() =>
            QuestionnaireFile.Parse(twice, SampleQuestionnaire.FileName, SampleQuestionnaire.Glossary));

        broken.Message.ShouldBe("sample.json: $.title: the property stands here twice");
    }

    [Theory]
    [InlineData("$.title", "1", "must be a text")]
    [InlineData("$.versionNote", "null", "must be a text")]
    [InlineData("$.ways", "{}", "must be a list")]
    [InlineData("$.questions", "\"none\"", "must be a list")]
    [InlineData("$.questions[0]", "7", "must be an object")]
    [InlineData("$.questions[0].number", "\"1\"", "must be a number")]
    [InlineData("$.questions[2].items", "null", "must be a list")]
    [InlineData("$.questions[2].items[0]", "[]", "must be an object")]
    [InlineData("$.questions[2].scale[0].value", "true", "must be a number")]
    [InlineData("$.questions[3].items[0].helpWhenAtMost", "null", "must be a number")]
    public void Load_WrongKindOfValue_IsRefused(string place, string value, string rule) => Refusal.With(place, value, rule);

    [Theory]
    [InlineData("english")]
    [InlineData("EN")]
    [InlineData("en_GB")]
    [InlineData("en-gb")]
    [InlineData("")]
    public void Load_BadLanguageTag_IsRefused(string tag) => Refusal.With("$.language", $"\"{tag}\"", "must be a language tag");

    [Theory]
    [InlineData("cy")]
    [InlineData("zh-Hant")]
    [InlineData("pt-BR")]
    [InlineData("es-419")]
    [InlineData("sr-Latn-RS")]
    public void Load_LanguageTag_IsRead(string tag)
    {
        var json = SampleQuestionnaire.Json();
        json["language"] = tag;

        SampleQuestionnaire.Load(json).Language.ShouldBe(tag);
    }

    [Fact]
    public void Load_BadVersion_IsRefused() => Refusal.With("$.version", "\"Version 1\"", "must be a version");
}
