using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Guidance;
using RelationalPractice.Tests.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Guidance;

public sealed class GuidanceSearchTests
{
    private static readonly GuidanceSearch Search = new(GuidanceLibrary.Load());

    [Theory]
    [InlineData("CASELOADS", "time-and-caseload")]
    [InlineData("resist", "what-empathy-changes")]
    [InlineData("power over", "power-over-and-power-with")]
    [InlineData("washing up together", "small-things-that-build-a-relationship")]
    public void Find_Words_PutsTheirSectionFirst(string query, string anchor) => Search.Find(query)[0].Section.Anchor.ShouldBe(anchor);

    [Theory]
    [InlineData("empathy shame", "empathy-and-shame")]
    [InlineData("playing the game", "power-and-playing-the-game")]
    [InlineData("strength", "strengths-and-practical-help")]
    public void Find_Title_PutsItsPageFirst(string query, string slug) => (Search.Find(query)[0].Page.Slug, Search.Find(query)[0].Section.Anchor).ShouldBe((slug, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ,.!?  ")]
    [InlineData("zygote")]
    public void Find_NothingToFind_FindsNothing(string? query) => Search.Find(query).ShouldBeEmpty();

    [Fact]
    public void Find_Excerpt_MarksEveryFormOfTheWordAndQuotesTheSection()
    {
        var hit = Search.Find("judge")[0];

        hit.Excerpt.Where(part => part.IsFound).ShouldNotBeEmpty();
        hit.Excerpt.Where(part => part.IsFound).ShouldAllBe(part => part.Text.StartsWith("judg", StringComparison.OrdinalIgnoreCase));
        hit.Section.Text.ShouldContain(string.Concat(hit.Excerpt.Select(part => part.Text)).Trim('…', ' '));
    }

    [Theory]
    [InlineData("listening", "listen")]
    [InlineData("listened", "listen")]
    [InlineData("families", "family")]
    [InlineData("judging", "judge")]
    [InlineData("planned", "planning")]
    [InlineData("promises", "promise")]
    [InlineData("child’s", "child")]
    [InlineData("feels", "feeling")]
    public void Stem_FormsOfOneWord_AreOne(string form, string other) =>
        GuidanceSearch.Stem(form.Split('’')[0]).ShouldBe(GuidanceSearch.Stem(other));

    [Theory]
    [InlineData("less")]
    [InlineData("need")]
    [InlineData("sing")]
    public void Stem_WhatOnlyLooksLikeAnEnding_Stays(string word) => GuidanceSearch.Stem(word).ShouldBe(word);

    [Fact]
    public void Find_AnyText_NeverThrowsAndQuotesOnlyTheGuidance() => Prop.ForAll(Written.Text.ToArbitrary(), text =>
    {
        foreach (var hit in Search.Find(text + " family"))
        {
            hit.Section.Text.ShouldContain(string.Concat(hit.Excerpt.Select(part => part.Text)).Trim('…', ' '));
        }
    }).QuickCheckThrowOnFailure();
}
