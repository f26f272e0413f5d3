using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class SurveySeedsTests
{
    [Fact]
    public void Questionnaires_OfTheProduct_AreOneForEachAudience() =>
        SurveySeeds.Questionnaires().Select(questionnaire => questionnaire.Audience)
            .ShouldBe([Audience.ParentCarer, Audience.YoungPerson]);

    [Fact]
    public void Questionnaires_FileName_NamesKeyVersionAndLanguage()
    {
        foreach (var name in SurveySeeds.QuestionnaireNames)
        {
            var questionnaire = Load(name);
            var version = char.IsAsciiDigit(questionnaire.Version[0]) ? "v" + questionnaire.Version : questionnaire.Version;

            name.ShouldBe($"{questionnaire.Key}.{version}.{questionnaire.Language}.json");
        }
    }

    [Fact]
    public void Write_SeedFileReadIn_IsThatFile()
    {
        foreach (var name in SurveySeeds.QuestionnaireNames)
        {
            using var reader = new StreamReader(SurveySeeds.Open(name));

            QuestionnaireFile.Write(Load(name)).ShouldBe(reader.ReadToEnd().TrimEnd('\n'));
        }
    }

    [Fact]
    public void Open_UnknownName_NamesIt() =>
        Should.Throw<ArgumentException>(() => SurveySeeds.Open("nobody.json")).Message.ShouldContain("nobody.json");

    private static Questionnaire Load(string name)
    {
        using var stream = SurveySeeds.Open(name);
        return QuestionnaireFile.Load(stream, name, SurveySeeds.Glossary());
    }
}
