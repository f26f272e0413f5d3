using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Shared;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>The overview's figures with the words of the questionnaire: pure, from what the database counted.</summary>
public sealed record OverviewView(OverviewFigures Figures, StackedBars Bars, IReadOnlyList<ThemeRow> Themes)
{
    /// <param name="asked">Every question that could be scored, of each version that was answered, the present one first.</param>
    /// <param name="period">Audience, months and area in words.</param>
    public static OverviewView Of(OverviewFigures figures, IReadOnlyList<ScoredGroupQuestion> asked, IEnumerable<Theme> codebook, string period)
    {
        var items = asked.SelectMany(question => question.Items.Select(item => (question, item))).DistinctBy(pair => pair.item.Key, StringComparer.Ordinal);
        var bars = items.Select(pair => Bar(pair.question, pair.item, figures)).ToList();
        var points = asked.Count == 0 ? [] : asked[0].Scale.Select(point => point.Label).ToList();
        return new OverviewView(
            figures,
            new StackedBars("scores", $"{period}, {Count(figures.Responses, "response")}", Takeaway(bars) ?? "Nobody scored anything.", points, bars),
            ThemesOf(figures.Themes, codebook));
    }

    /// <summary>What to see first, as a sentence; null when nobody scored anything.</summary>
    public string? InASentence => Takeaway(Bars.Bars);

    private static string? Takeaway(IReadOnlyList<StackedBar> bars)
    {
        var scored = bars.Where(bar => bar.Scored > 0).ToList();
        if (scored.Count == 0)
        {
            return null;
        }

        var best = scored.MaxBy(bar => (double)bar.Agree / bar.Scored)!;
        var worst = scored.MaxBy(bar => (double)bar.Disagree / bar.Scored)!;
        var agreement = $"Most agreement: “{best.Label}”, {best.Agree:N0} of {best.Scored:N0} chose 4 or 5.";
        return worst.Disagree == 0
            ? $"{agreement} Nobody chose 1 or 2 for anything."
            : $"{agreement} Most disagreement: “{worst.Label}”, {worst.Disagree:N0} of {worst.Scored:N0} chose 1 or 2.";
    }

    private static StackedBar Bar(ScoredGroupQuestion question, ScaleItem item, OverviewFigures figures)
    {
        var counts = figures.Scores.Where(score => score.QuestionKey == item.Key).ToList();
        int[] scores = [.. Enumerable.Range(ScalePoint.Lowest, ScalePoint.Highest).Select(point => counts.Where(c => c.Score == point).Sum(c => c.Count))];
        var notSure = counts.Where(c => c.Score is null).Sum(c => c.Count);
        return new StackedBar(
            question.Sentence(item), scores, question is DialGroupQuestion ? notSure : null, Math.Max(0, figures.Responses - scores.Sum() - notSure));
    }

    private static List<ThemeRow> ThemesOf(IReadOnlyList<ThemeCount> counts, IEnumerable<Theme> codebook)
    {
        var byTheme = counts.ToLookup(count => count.ThemeId);
        return
        [
            .. codebook.Where(theme => byTheme.Contains(theme.Id))
                .Select(theme => new ThemeRow(theme, In(theme, ThemeDirection.Positive), In(theme, ThemeDirection.Negative), In(theme, ThemeDirection.Mixed)))
                .OrderBy(row => row.Theme.Component)
                .ThenByDescending(row => row.Times)
                .ThenBy(row => row.Theme.Name, StringComparer.CurrentCulture),
        ];

        int In(Theme theme, ThemeDirection direction) => byTheme[theme.Id].Where(count => count.Direction == direction).Sum(count => count.People);
    }

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}

/// <summary>How many people spoke of a theme; somebody who did so in two directions counts in both.</summary>
public sealed record ThemeRow(Theme Theme, int Positive, int Negative, int Mixed)
{
    public int Times => Positive + Negative + Mixed;
}
