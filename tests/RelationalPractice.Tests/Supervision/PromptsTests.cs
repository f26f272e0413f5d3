using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Guidance;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using static RelationalPractice.Tests.Supervision.Readings;

namespace RelationalPractice.Tests.Supervision;

public sealed class PromptsTests
{
    private static readonly Prompts Prompts = Prompts.Load();

    public static TheoryData<Audience, string> Items
    {
        get
        {
            var items = new TheoryData<Audience, string>();
            foreach (var audience in Enum.GetValues<Audience>())
            {
                foreach (var item in ItemKeys(SurveySeeds.Questionnaire(audience)))
                {
                    items.Add(audience, item);
                }
            }

            return items;
        }
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void For_LowScore_OffersTwoOrThreeBesideIt(Audience audience, string item)
    {
        foreach (var score in (int[])[1, 2])
        {
            var offered = Prompts.For(Of(SurveySeeds.Questionnaire(audience), Score(item, score)));

            offered.For(item).Count.ShouldBeInRange(2, Prompts.MostBesideALowScore);
            offered.For(item).ShouldAllBe(prompt => prompt.Occasion == PromptOccasion.LowScore);
        }
    }

    [Theory]
    [MemberData(nameof(Items))]
    public void For_HighScore_OffersOneBesideIt(Audience audience, string item) =>
        Prompts.For(Of(SurveySeeds.Questionnaire(audience), Score(item, 4))).For(item).ShouldHaveSingleItem().Occasion.ShouldBe(PromptOccasion.HighScore);

    [Fact]
    public void For_AllHigh_AsksAboutConflictKeptAwayFromAndAboutTheGame()
    {
        var offered = Prompts.For(Scored(ParentCarer, [5, 5, 5, 5, 5]));

        offered.Beside.Values.SelectMany(prompts => prompts).Select(prompt => prompt.Key)
            .ShouldBe(["high-playing-the-game", "high-avoiding-conflict"], ignoreOrder: true);
    }

    [Fact]
    public void For_MiddleScore_OffersNothingBesideIt() => Prompts.For(Of(ParentCarer, Score("trust", 3))).For("trust").ShouldBeEmpty();

    [Fact]
    public void For_AnyFeedback_AsksOnceWhatTheOrganisationDoesAndRepeatsNoPrompt()
    {
        var questionnaires = new[] { ParentCarer, YoungPerson };
        var readings = from which in Gen.Choose(0, 1) from scores in Gen.Choose(0, 5).ListOf(5) select Scored(questionnaires[which], [.. scores]);
        Prop.ForAll(readings.ToArbitrary(), reading =>
        {
            var offered = Prompts.For(reading);
            var beside = offered.Beside.Values.SelectMany(prompts => prompts).ToList();

            offered.Support.Occasion.ShouldBe(PromptOccasion.Support);
            beside.ShouldBeUnique();
            beside.Count(prompt => prompt.Occasion == PromptOccasion.HighScore).ShouldBeLessThanOrEqualTo(Prompts.MostBesideHighScores);
            reading.Scores.Where(item => item.IsLow).ShouldAllBe(item => offered.For(item.Key).Count >= 2);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void All_EachOne_NamesASourceAndAHeadingOfTheGuidance()
    {
        var headings = GuidanceLibrary.Load().Pages.SelectMany(page => page.Sections.Select(section => $"{page.Slug}#{section.Anchor}")).ToHashSet(StringComparer.Ordinal);

        Prompts.All.Count.ShouldBeGreaterThan(15);
        Prompts.All.Select(prompt => prompt.Key).ShouldBeUnique();
        Prompts.All.ShouldAllBe(prompt => prompt.Source.StartsWith("After ", StringComparison.Ordinal) && prompt.Text.EndsWith('?'));
        Prompts.All.Select(prompt => prompt.Guidance).Except(headings).ShouldBeEmpty();
    }
}
