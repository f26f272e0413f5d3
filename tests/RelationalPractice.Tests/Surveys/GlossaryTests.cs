using System.Text;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class GlossaryTests
{
    private static readonly Glossary Seed = SurveySeeds.Glossary();

    [Fact]
    public void Seed_Terms_AreThoseOfTheFrameworkAndOurs() => Seed.Terms.Select(term => term.Term).ShouldBe(
    [
        "trust", "understands my family", "skilled at building relationships", "sensitively and professionally",
        "works alongside me", "relationship", "social work involvement", "team", "rights", "complaint",
        "independent reviewing officer",
    ]);

    [Fact]
    public void Seed_EveryDefinition_IsOneOrTwoSentencesWithASource() => Seed.Terms.ShouldAllBe(term =>
        term.Definition.EndsWith('.')
        && term.Definition.Split(". ", StringSplitOptions.None).Length <= 2
        && term.Source.Length > 0);

    [Fact]
    public void Seed_EveryTerm_IsMarkedInSomeQuestion()
    {
        var marked = SurveySeeds.Questionnaires()
            .SelectMany(questionnaire => questionnaire.Questions)
            .SelectMany(question => question is ScoredGroupQuestion group
                ? group.Items.Select(item => item.Wording).Prepend(question.Wording)
                : [question.Wording])
            .SelectMany(GlossaryText.Parse)
            .Select(segment => segment.TermKey);

        Seed.Terms.ShouldAllBe(term => marked.Contains(term.Key));
    }

    [Fact]
    public void Find_UnknownKey_IsNone() => Seed.Find("hope").ShouldBeNull();

    [Fact]
    public void Find_Key_IsItsTerm() => Seed.Find("team")!.Definition.ShouldContain("“I don’t know” is fine");

    [Theory]
    [InlineData("$.terms[0].definition", """{"version":"1","language":"en","terms":[{"key":"one","term":"one","source":"us"}]}""", "is missing")]
    [InlineData("$.terms[1].key", """{"version":"1","language":"en","terms":[{"key":"one","term":"one","definition":"One.","source":"us"},{"key":"one","term":"two","definition":"Two.","source":"us"}]}""", "one is used twice")]
    [InlineData("$.terms", """{"version":"1","language":"en","terms":[]}""", "must hold 1 to 200 entries, not 0")]
    [InlineData("$.term", """{"version":"1","language":"en","term":[]}""", "unknown property")]
    public void Load_BrokenFile_IsRefusedNamingFilePlaceAndRule(string place, string json, string rule)
    {
        var broken = Should.Throw<QuestionnaireFileException>(() =>
            GlossaryFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)), "words.json"));

        broken.FileName.ShouldBe("words.json");
        broken.Place.ShouldBe(place);
        broken.Rule.ShouldContain(rule);
    }
}
