using System.Text.RegularExpressions;
using RelationalPractice.Testing;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Conventions;

/// <summary>Which folders of the source may come near what families wrote, and in which shape.</summary>
public sealed partial class WordsOfFamiliesTests
{
    // Surveys receives them, Collation reads them; Demonstration invents them; Data and the migrations only name their table.
    private static readonly string[] MayReadAnswers =
    [
        "src/RelationalPractice/Surveys/", "src/RelationalPractice/Collation/", "src/RelationalPractice/Demonstration/", "src/RelationalPractice/Data/",
        "src/RelationalPractice.Migrations.Sqlite/", "src/RelationalPractice.Migrations.PostgreSql/",
        "src/RelationalPractice.Web/Pages/Feedback/", "src/RelationalPractice.Web/Pages/Collation/",
    ];

    // Features outside the quality team: families' words reach them as released excerpts, or not at all.
    private static readonly string[] Outside = ["Supervision", "MyFeedback", "Guidance", "Messaging", "Boards", "Changes", "Reporting", "Audit", "Staff"];

    [Fact]
    public void Answers_OutsideSurveysAndCollation_AreNotMentioned()
    {
        var mentioning = Sources().Where(file => Answers().IsMatch(file.Text)).Select(file => file.Path).ToList();

        mentioning.ShouldContain("src/RelationalPractice/Collation/ReleasedCopies.cs");
        mentioning.Where(path => !MayReadAnswers.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void RawWords_InFeaturesOutsideTheQualityTeam_AreNotMentioned()
    {
        var outside = Sources().Where(file => Outside.Any(name => file.Path.Contains($"/{name}/", StringComparison.Ordinal))).ToList();

        outside.ShouldContain(file => file.Path.EndsWith("Supervision/SupervisionRecord.cs", StringComparison.Ordinal));
        outside.Where(file => RawWords().IsMatch(file.Text)).Select(file => file.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("db.SurveyAnswers.Where(", true)]
    [InlineData("new SurveyAnswer {", true)]
    [InlineData(".Include(r => r.Answers)", true)]
    [InlineData("response.Answers", true)]
    [InlineData("Model.Answers.Count", false)]
    [InlineData("draft.Answers[", false)]
    [InlineData("release.Excerpts", false)]
    public void Search_Mention_IsFound(string code, bool mentions) => Answers().IsMatch(code).ShouldBe(mentions);

    private static IEnumerable<(string Path, string Text)> Sources() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(path => (Path: Path.GetRelativePath(Repository.PathOf(), path).Replace('\\', '/'), path))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file.Path, File.ReadAllText(file.path)));

    [GeneratedRegex(@"\bSurveyAnswer\b|\.SurveyAnswers\b|\b(?:r|response|opened|Opened|Response|spoken)\.Answers\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\bSurveyAnswer\b|\.SurveyAnswers\b|\.Answers\b|\bWorkerNameTyped\b|\bRawResponse|\bRedactions\b|\bWrittenAnswer\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RawWords();
}
