using RelationalPractice.Guidance;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Guidance;

public sealed class GuidanceFileTests
{
    private const string File = """
        ---
        title: Doors: how to knock
        source: A leaflet
        author: Somebody
        country: Wales
        published: 2024
        reviewed-on: 2026-01-02
        review-by: 2027-01-02
        order: 3
        ---
        Before you knock.

        ## At the child’s door

        - **Knock** once.
        - Wait, and [read](https://example.org) on.
        """;

    [Fact]
    public void Parse_Page_KeepsFactsAndSections()
    {
        var page = GuidanceFile.Parse("doors", File);

        (page.Slug, page.Title, page.Order).ShouldBe(("doors", "Doors: how to knock", 3));
        (page.ReviewedOn, page.ReviewBy).ShouldBe((new DateOnly(2026, 1, 2), new DateOnly(2027, 1, 2)));
        page.Sections.Select(section => (section.Anchor, section.Heading, section.Text)).ShouldBe(
        [
            (null, null, "Before you knock."),
            ("at-the-child-s-door", "At the child’s door", "Knock once. Wait, and read on."),
        ]);
    }

    [Theory]
    [InlineData("title: Doors: how to knock\n", "", "'title' is missing")]
    [InlineData("review-by: 2027-01-02", "review-by: next year", "'review-by' is not a day")]
    [InlineData("---", "", "no facts")]
    public void Parse_SomethingMissing_SaysWhat(string from, string to, string message) =>
        Should.Throw<FormatException>(() => GuidanceFile.Parse("doors", File.ReplaceLineEndings("\n").Replace(from, to, StringComparison.Ordinal)))
            .Message.ShouldContain(message);

    [Fact]
    public void IsOverdue_LastDayOfReview_IsNotYet()
    {
        var page = GuidanceFile.Parse("doors", File);

        page.IsOverdue(page.ReviewBy).ShouldBeFalse();
        page.IsOverdue(page.ReviewBy.AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void Library_Pages_AreAllThereAndCitedWithoutRepeatedHeadings()
    {
        var pages = GuidanceLibrary.Load().Pages;

        pages.Count.ShouldBe(9);
        pages.Select(page => page.Order).ShouldBe(Enumerable.Range(1, pages.Count));
        foreach (var page in pages)
        {
            page.Sections.Select(section => section.Anchor).ShouldBeUnique();
            page.Sections.ShouldAllBe(section => section.Text.Length > 0);
            page.Sections.ShouldAllBe(section => !section.Markdown.Contains('<'));
        }
    }
}
