using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Links;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Links;

/// <summary>What stands on which page of a paper form.</summary>
public sealed class PaperSheetsTests
{
    public static TheoryData<Audience, bool> Prints => new()
    {
        { Audience.ParentCarer, false }, { Audience.ParentCarer, true }, { Audience.YoungPerson, false }, { Audience.YoungPerson, true },
    };

    [Theory]
    [MemberData(nameof(Prints))]
    public void Of_EachQuestionnaire_HasEverythingOnceAndInOrder(Audience audience, bool large)
    {
        var questionnaire = SurveySeeds.Questionnaire(audience);

        var blocks = PaperSheets.Of(questionnaire, large).SelectMany(sheet => sheet.Blocks).ToList();

        blocks.Select(block => block.Way).OfType<WayToAnswer>().ShouldBe(questionnaire.Ways);
        blocks.Select(block => block.Question).OfType<Question>().Distinct().ShouldBe(questionnaire.Questions);
        blocks.SelectMany(block => block.Items?.Select(item => item.Key) ?? (block.Question is { } question ? question.ItemKeys : []))
            .ShouldBe(questionnaire.Questions.SelectMany(question => question.ItemKeys));
    }

    [Theory]
    [InlineData(Audience.ParentCarer)]
    [InlineData(Audience.YoungPerson)]
    public void Of_UsualPrint_EndsWithItsSheet(Audience audience) =>
        ((PaperSheets.KeptPages + PaperSheets.Of(SurveySeeds.Questionnaire(audience), large: false).Count) % 2).ShouldBe(0);

    [Fact]
    public void Of_MoreStatementsThanAPageHolds_GoOnOnTheNext()
    {
        var seed = SurveySeeds.Questionnaire(Audience.YoungPerson);
        var dials = seed.Questions.OfType<DialGroupQuestion>().Single();
        var many = dials with { Items = [.. Enumerable.Range(1, 12).Select(number => new ScaleItem($"item-{number}", $"Statement {number}"))] };
        var questionnaire = seed with { Questions = [many] };

        var blocks = PaperSheets.Of(questionnaire, large: false).SelectMany(sheet => sheet.Blocks).Where(block => block.Items is not null).ToList();

        blocks.Count.ShouldBeGreaterThan(1);
        blocks.Select(block => block.Continued).ShouldBe(blocks.Select((_, index) => index > 0));
        blocks.SelectMany(block => block.Items!).ShouldBe(many.Items);
    }
}
