using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class YoungPersonQuestionnaireTests
{
    private static readonly Questionnaire YoungPerson = SurveySeeds.Questionnaire(Audience.YoungPerson);

    private static DialGroupQuestion Dials => YoungPerson.Find("dials").ShouldBeOfType<DialGroupQuestion>();

    [Fact]
    public void YoungPerson_Version_SaysThatTheWordingIsOurs()
    {
        YoungPerson.Version.ShouldBe("provisional-1");
        YoungPerson.VersionNote!.ShouldContain("our wording, until the authority’s young people agree theirs");
    }

    [Fact]
    public void YoungPerson_Dials_AreTheFiveIdeasOfTheTopFive() =>
        Dials.Items.ToDictionary(item => item.Key, Dials.Sentence).ShouldBe(new Dictionary<string, string>
        {
            ["respect"] = "My social worker treats me with respect",
            ["choices"] = "My social worker helps me make choices about my life",
            ["trust"] = "My social worker and I trust each other",
            ["listens"] = "My social worker listens to me and understands me",
            ["safe"] = "I feel safe with my social worker",
        });

    [Fact]
    public void YoungPerson_Scale_IsInTheirWords()
    {
        Dials.Scale.Select(point => point.Label)
            .ShouldBe(["not at all", "a little", "in the middle", "quite a lot", "completely"]);
        Dials.NotSureLabel.ShouldBe("not sure");
    }

    [Fact]
    public void YoungPerson_HelpFlag_IsOnSafeAlone() =>
        Dials.Items.Where(item => item.HelpWhenAtMost is not null)
            .ShouldBe([new ScaleItem("safe", "I feel safe with my social worker", HelpWhenAtMost: 2)]);

    [Fact]
    public void YoungPerson_Questions_StandAsNumberedInTheDomain() =>
        YoungPerson.Questions.Select(question => $"{question.Number} {question.Key}")
            .ShouldBe(["1 about", "2 dials", "3 rights", "4 better", "5 others", "6 change", "7 anything"]);

    [Theory]
    [InlineData("please")]
    [InlineData("sorry")]
    [InlineData("invalid")]
    [InlineData("submit")]
    [InlineData("required")]
    [InlineData("!")]
    public void YoungPerson_Wording_KeepsToTheVoice(string avoided) =>
        QuestionnaireFile.Write(YoungPerson).ShouldNotContain(avoided, Case.Insensitive);
}
