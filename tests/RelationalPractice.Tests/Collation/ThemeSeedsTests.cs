using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class ThemeSeedsTests
{
    private static readonly ChangeContext Context = new(Guid.NewGuid(), new DateTime(2031, 1, 14, 10, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Seed_EveryTheme_KeepsTheLimitsAndSaysWhenItIsNotUsed()
    {
        var themes = ThemeSeeds.Wordings();

        themes.Count.ShouldBeInRange(35, 50);
        themes.Select(theme => theme.Name).ShouldBeUnique();
        themes.ShouldAllBe(theme => theme.Name.Length > 0 && theme.Name.Length <= Theme.NameMaxLength);
        themes.ShouldAllBe(theme => theme.Definition.StartsWith("Used ", StringComparison.Ordinal) && theme.Definition.Length <= Theme.DefinitionMaxLength);
        themes.ShouldAllBe(theme => theme.Words.Length > 0 && theme.Words.Length <= Theme.WordsMaxLength);
        themes.Select(theme => theme.Component).Distinct().Count().ShouldBe(Enum.GetValues<ThemeComponent>().Length);
    }

    [Fact]
    public void Seed_AttributesAndDials_AllHaveAThemeAndNoThemeHasAnother()
    {
        var keys = SurveySeeds.Questionnaires().SelectMany(q => q.Questions).OfType<ScoredGroupQuestion>().SelectMany(q => q.ItemKeys).ToHashSet(StringComparer.Ordinal);

        ThemeSeeds.Wordings().Select(theme => theme.Attribute).OfType<string>().Distinct(StringComparer.Ordinal).ShouldBe(keys, ignoreOrder: true);
    }

    [Fact]
    public void Change_Everything_SaysHowItWasWithinItsLimit()
    {
        var theme = ThemeSeeds.Of(new ThemeWording("Before", new string('d', Theme.DefinitionMaxLength), ThemeComponent.Does, "trust", string.Concat(Enumerable.Repeat("😀", Theme.WordsMaxLength / 2))), new Chance());

        var change = theme.Change(new ThemeWording("After", "Used.", ThemeComponent.Brings, null, ""), Context, new Chance())!.Changes.ShouldHaveSingleItem();

        change.Detail.ShouldStartWith("Name was “Before”. Component was “Does”. Attribute was “trust”.");
        change.Detail.Length.ShouldBeLessThanOrEqualTo(ThemeChange.DetailMaxLength);
        change.Detail.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void Change_Nothing_IsNoChange()
    {
        var theme = ThemeSeeds.New(new Chance())[0];

        theme.Change(theme.Wording, Context, new Chance()).ShouldBeNull();
        theme.Version.ShouldBe(0);
    }

    [Fact]
    public void MergeInto_ItselfOrOneNotInUse_IsRefused()
    {
        var (theme, retired) = (ThemeSeeds.New(new Chance())[0], ThemeSeeds.New(new Chance())[1]);
        retired.Retire("Too wide.", Context, new Chance());

        Should.Throw<InvalidOperationException>(() => theme.MergeInto(theme, Context, new Chance()));
        Should.Throw<InvalidOperationException>(() => theme.MergeInto(retired, Context, new Chance()));
        Should.Throw<InvalidOperationException>(() => retired.MergeInto(theme, Context, new Chance()));
    }

    [Fact]
    public void DoubleCoding_Share_IsKeptAndGrowsWithoutLosingAny()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Guid.NewGuid()).ToList();

        ids.Count(id => DoubleCoding.Chosen(id, 0.2)).ShouldBeInRange(1_800, 2_200);
        ids.ShouldAllBe(id => !DoubleCoding.Chosen(id, 0) && DoubleCoding.Chosen(id, 1));
        ids.Where(id => DoubleCoding.Chosen(id, 0.2)).ShouldAllBe(id => DoubleCoding.Chosen(id, 0.3));
    }
}
