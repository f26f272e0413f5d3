using System.Text.Json.Nodes;
using RelationalPractice.Surveys;
using Shouldly;

namespace RelationalPractice.Tests.Surveys;

/// <summary>Breaks the sample questionnaire in one place and asserts that the refusal names file, place and rule.</summary>
public static class Refusal
{
    public static QuestionnaireFileException With(string place, string value, string rule)
    {
        var json = SampleQuestionnaire.Json();
        json.Set(place, JsonNode.Parse(value));
        return Of(json, place, rule);
    }

    public static QuestionnaireFileException Without(string place, string rule, string? saidOf = null)
    {
        var json = SampleQuestionnaire.Json();
        json.TakeOut(place);
        return Of(json, saidOf ?? place, rule);
    }

    public static QuestionnaireFileException Of(JsonNode json, string place, string rule)
    {
        var broken = Should.Throw<QuestionnaireFileException>(() => SampleQuestionnaire.Load(json));
        broken.FileName.ShouldBe(SampleQuestionnaire.FileName);
        broken.Place.ShouldBe(place);
        broken.Rule.ShouldContain(rule);
        broken.Message.ShouldBe($"{broken.FileName}: {broken.Place}: {broken.Rule}");
        return broken;
    }
}
