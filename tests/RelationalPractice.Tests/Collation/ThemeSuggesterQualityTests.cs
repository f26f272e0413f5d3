using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Demonstration.Words;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace RelationalPractice.Tests.Collation;

/// <summary>
/// How good the suggestions are on the demonstration's phrases, whose headings and files say what they are about. Prints the figures that
/// stand in docs/features/collation.md: <c>dotnet test tests/RelationalPractice.Tests --filter "FullyQualifiedName~QualityTests" --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed partial class ThemeSuggesterQualityTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Theme> Codebook = ThemeSeeds.New(new Chance());

    private static readonly IReadOnlyList<Labelled> Phrases = [.. LabelledPhrases()];

    [Fact]
    public void Labels_ThePhrases_AreEnoughOfBothHalves()
    {
        Phrases.Count(phrase => phrase.HeldOut).ShouldBeGreaterThan(200);
        Phrases.Count(phrase => !phrase.HeldOut).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void Suggest_WordListsAlone_ReachesItsFloor()
    {
        var (precision, recall) = Measure("word lists alone", new ThemeSuggester(Lists(), []));

        precision.ShouldBeGreaterThan(0.37);
        recall.ShouldBeGreaterThan(0.37);
    }

    [Fact]
    public void Suggest_WithWhatWasCodedBefore_ReachesItsFloorAndIsBetter()
    {
        var listsAlone = new ThemeSuggester(Lists(), []);
        var before = Measure("word lists alone", listsAlone);

        var after = Measure("with learning", new ThemeSuggester(Lists(), Phrases.Where(phrase => !phrase.HeldOut).Select(phrase => Code(phrase, listsAlone))));

        after.Recall.ShouldBeGreaterThan(before.Recall);
        after.Precision.ShouldBeGreaterThan(0.5);
        after.Recall.ShouldBeGreaterThan(0.65);
    }

    private (double Precision, double Recall) Measure(string name, ThemeSuggester suggester)
    {
        int suggested = 0, right = 0, found = 0, phrases = 0;
        foreach (var phrase in Phrases.Where(phrase => phrase.HeldOut))
        {
            var suggestions = suggester.Suggest(phrase.Question, phrase.Text);
            var rightOnes = suggestions.Count(suggestion => phrase.Right.Contains(suggestion.ThemeId));
            (suggested, right, found, phrases) = (suggested + suggestions.Count, right + rightOnes, found + (rightOnes > 0 ? 1 : 0), phrases + 1);
        }

        var (precision, recall) = ((double)right / suggested, (double)found / phrases);
        output.WriteLine($"{name}: precision at 3 {precision:F2}, recall at 3 {recall:F2}, {phrases} phrases, {suggested} suggestions");
        return (precision, recall);
    }

    /// <summary>As somebody would code it who knows what it is about: with the theme of the right ones that its words speak for most.</summary>
    private static CodedWords Code(Labelled phrase, ThemeSuggester listsAlone)
    {
        var chosen = listsAlone.Suggest(phrase.Question, phrase.Text).Select(suggestion => suggestion.ThemeId).Where(phrase.Right.Contains);
        return CodedWords.Of(Guid.NewGuid(), chosen.FirstOrDefault(phrase.Right.First()), phrase.Question, phrase.Text);
    }

    private static IEnumerable<SuggestedTheme> Lists() => Codebook.Select(theme => new SuggestedTheme(theme.Id, theme.Words));

    private static IEnumerable<Labelled> LabelledPhrases() =>
        from shelf in PhraseStock.Instance.Shelves
        where shelf.Key.StartsWith(AudienceSlug.ParentCarer, StringComparison.Ordinal) || shelf.Key.StartsWith(AudienceSlug.YoungPerson, StringComparison.Ordinal)
        from phrase in shelf.Value
        let right = Right(shelf.Key.Split('/')[1], phrase)
        where right.Count > 0
        let text = Plain(phrase.Template)
        select new Labelled(shelf.Key.Split('/')[1], text, right, (SHA256.HashData(Encoding.UTF8.GetBytes(text))[0] & 1) == 1);

    /// <summary>The themes of the attribute in the heading; where there is none, of the component that the question asks for.</summary>
    private static HashSet<Guid> Right(string question, Phrase phrase) =>
    [
        .. Codebook.Where(theme => phrase.Theme is { } attribute ? theme.Attribute == attribute
            : phrase.Facts.HasFlag(Facts.Changed) || phrase.Facts.HasFlag(Facts.Stable) ? theme.Name == "Change of worker"
            : question switch
            {
                "rights" => theme.Component == ThemeComponent.RightsAndComplaints,
                "others" => theme.Component == ThemeComponent.OtherStaff,
                "change" => theme.Component == ThemeComponent.ChangeAskedFor,
                _ => false,
            }).Select(theme => theme.Id),
    ];

    private static string Plain(string template) => Word().Replace(Choice().Replace(template, "${first}"), match => match.Groups["word"].Value.ToLowerInvariant() switch
    {
        "she" => "she",
        "her" => "her",
        "poss" => "her",
        "khe" => "he",
        "khim" => "him",
        "khis" => "his",
        "kids" => "kids",
        "sw" => "social worker",
        "worker" => "social worker",
        "n" => "three",
        "long" => "two years",
        _ => "child",
    });

    [GeneratedRegex(@"\{(?<first>[^|{}]*)[^{}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"<(?<word>\w+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    private sealed record Labelled(string Question, string Text, IReadOnlySet<Guid> Right, bool HeldOut);
}
