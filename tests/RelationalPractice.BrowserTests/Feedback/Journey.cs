using System.Text.RegularExpressions;
using RelationalPractice.BrowserTests.Browser;
using RelationalPractice.Surveys;
using static Microsoft.Playwright.Assertions;

namespace RelationalPractice.BrowserTests.Feedback;

/// <summary>Stretches of the way that several tests walk, in the words of the questionnaires that come with the product.</summary>
internal static partial class Journey
{
    public const string StartHeading = "How are things between you and your social worker?";
    public const string YoungStartHeading = "What is your social worker like?";
    public const string LeavingHeading = "You can leave quickly";
    public const string HowHeading = "How do you want to give feedback?";
    public const string NamedHeading = "Who are you, and who is your social worker?";
    public const string WorkerHeading = "Who is your social worker?";
    public const string CheckHeading = "Check your answers before you send them";
    public const string SentHeading = "We have your answers";
    public const string SupportHeading = "You can talk to someone now";

    public const string Continue = "Continue";
    public const string Send = "Send my answers";
    public const string Leave = "Leave this site";
    public const string Answer = "Your answer";

    public const int Questions = 7;

    /// <summary>The question with the five scores, in both questionnaires.</summary>
    public const int Scores = 2;

    private static readonly Questionnaire Parents = SurveySeeds.Questionnaire(Audience.ParentCarer);
    private static readonly Questionnaire YoungPeople = SurveySeeds.Questionnaire(Audience.YoungPerson);

    /// <summary>The five statements as whole sentences.</summary>
    public static IReadOnlyList<string> Statements(Audience audience)
    {
        var group = Of(audience).Questions.OfType<ScoredGroupQuestion>().Single();
        return [.. group.Items.Select(group.Sentence)];
    }

    public static string Way(Tier tier, Audience audience = Audience.ParentCarer) => Of(audience).Way(tier).Title;

    /// <summary>From the first page to the question how the person wants to be known.</summary>
    public static async Task StartAsync(this Visit visit, Audience audience = Audience.ParentCarer)
    {
        await visit.GoToAsync("/");
        await visit.SeesAsync(StartHeading);
        await visit.PressAsync(audience == Audience.ParentCarer ? "A parent, carer, relative or friend" : "A child or young person, 8 to 17");
        await visit.SeesAsync(LeavingHeading);
        await visit.PressAsync(Continue);
        await visit.SeesAsync(HowHeading);
    }

    public static async Task GoByAsync(this Visit visit, Tier tier, Audience audience = Audience.ParentCarer)
    {
        await visit.ChooseAsync(Way(tier, audience));
        await visit.PressAsync(Continue);
    }

    /// <summary>Leaves a question as it is and goes on to the next.</summary>
    public static async Task SkipAsync(this Visit visit, int from, int to)
    {
        for (var question = from; question < to; question++)
        {
            await visit.PressAsync(Continue);
            await visit.SeesQuestionAsync(question + 1);
        }
    }

    /// <summary>Answers the open questions from this one on, up to the page on which everything is checked.</summary>
    public static async Task AnswerTheRestAsync(this Visit visit, int from, string words)
    {
        for (var question = from; question <= Questions; question++)
        {
            await visit.SeesQuestionAsync(question);
            await visit.WriteAsync(Answer, $"{words} {question}");
            await visit.PressAsync(Continue);
        }

        await visit.SeesAsync(CheckHeading);
    }

    /// <summary>The shortest way to the check page: anonymous, with one answer.</summary>
    public static async Task ReachCheckAsync(this Visit visit, string words)
    {
        await visit.StartAsync();
        await visit.GoByAsync(Tier.Anonymous);
        await visit.SeesQuestionAsync(1);
        await visit.WriteAsync(Answer, words);
        await visit.SkipAsync(1, Questions);
        await visit.PressAsync(Continue);
        await visit.SeesAsync(CheckHeading);
    }

    /// <returns>The code that the page shows.</returns>
    public static async Task<string> SendAsync(this Visit visit)
    {
        await visit.PressAsync(Send);
        await visit.SeesAsync(SentHeading);
        var code = visit.Main.GetByText(Code());
        await Expect(code).ToBeVisibleAsync();
        return (await code.InnerTextAsync()).ReplaceLineEndings(" ").Trim();
    }

    private static Questionnaire Of(Audience audience) => audience == Audience.ParentCarer ? Parents : YoungPeople;

    [GeneratedRegex(@"^\s*\d{4}\s+\d{4}\s+\d{4}\s+\d{4}\s*$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
