using System.Text;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class AppendixOneTests
{
    // Typed from the framework as published, so that neither the seed file nor this text can drift alone.
    private const string AsPublished = """
        This set of questions was created by families and social workers across Brighton & Hove and East Sussex who are passionate about working together and making positive change. We would like to learn about your experience of your relationship with your current social worker (or most recent if you no longer have a social worker).
        It is really important to hear your views so that we can understand the relationships we have with families and improve them wherever possible. You can choose to remain anonymous, give us your name and your social worker’s name, or you can just give us your social worker’s details.
        Giving your name
        The evaluation can be used to monitor and improve current working relationships between families and workers. The evaluations (positive or negative) will be reviewed in supervisions between workers and managers so that examples of good relationship-based practice can be celebrated, and workers are supported in creative ways when matters are raised. For example, offering meetings between worker and family, training, or review of workloads.
        Giving the social worker’s name only
        This will not identify you directly but ensures that your information is shared with the social worker and manager and reviewed in supervisions.
        Remaining anonymous
        This will assist in wider service development and inform focus groups and organisational action plans for change.
        The questions
        You do not have to answer all the questions if you don’t want to, but please answer the ones that are important or relevant to you.
        1. Can you briefly tell me what the current situation is with your family in terms of social work involvement (hover or prompt), and what team you are working with. How long has the social worker been involved?
        2. Parents and professionals have worked together to come up with the following characteristics of good social work practice. Is this your experience of your relationship with your social worker? Please score each attribute from 1 to 5, where:
        - 1 = strongly disagree
        - 2 = disagree
        - 3 = neither agree nor disagree
        - 4 = agree
        - 5 = strongly agree
        My social worker
        - understands my family and our unique circumstances (between 1 and 5)
        - is skilled at building relationships (between 1 and 5)
        - acts in ways that allows me to put my trust in them (between 1 and 5)
        - practices sensitively and professionally - for example, is present and focused when with me and aware of how their words and actions impact on me (between 1 and 5)
        - works alongside me (between 1 and 5)
        3. Did your social worker explain your rights (including how to make a complaint), and what to expect from having social work involvement? Tell me about your experience of this and anything else that would have helped you to understand what was happening.
        4. How has the relationship with your social worker made an impact on you and your family? Please consider both positive and negative impacts.
        5. What is your feedback about other people you have had contact with in Children’s Services? For example, communication with reception or admin staff, social work manager or independent reviewing officer.
        6. If you could change one thing about the service from your social worker what would it be? If you have more than one, please include. This could be right now for you and your family, or in the future to help other families.
        7. Is there anything else you would like to tell us?

        """;

    private static readonly Questionnaire ParentCarer = SurveySeeds.Questionnaire(Audience.ParentCarer);

    [Fact]
    public void ParentCarer_PrintedInItsOwnOrder_IsAppendixOneWordForWord() =>
        Print(ParentCarer).ShouldBe(AsPublished.ReplaceLineEndings("\n").Normalize());

    [Fact]
    public void ParentCarer_Keys_AreTheOnesThatAnswersAreKeptUnder()
    {
        ParentCarer.Questions.Select(question => question.Key)
            .ShouldBe(["situation", "attributes", "rights", "impact", "others", "change", "anything"]);
        ParentCarer.Find("attributes")!.ItemKeys.ShouldBe(["understands", "skilled", "trust", "sensitive", "alongside"]);
    }

    [Fact]
    public void ParentCarer_HoverOrPrompt_IsTheGlossaryTermInQuestionOne() =>
        GlossaryText.Parse(ParentCarer.Find("situation")!.Wording)
            .ShouldContain(new GlossarySegment("social work involvement", "involvement"));

    [Fact]
    public void ParentCarer_EveryOtherQuestion_IsAnsweredInOnesOwnWords() =>
        ParentCarer.Questions.Where(question => !string.Equals(question.Key, "attributes", StringComparison.Ordinal))
            .ShouldAllBe(question => question is LongTextQuestion);

    private static string Print(Questionnaire questionnaire)
    {
        var print = new StringBuilder();
        print.Append(questionnaire.Introduction.Replace("\n\n", "\n", StringComparison.Ordinal)).Append('\n');
        foreach (var way in questionnaire.Ways) print.Append(way.Title).Append('\n').Append(way.Purpose).Append('\n');
        print.Append("The questions\n").Append(questionnaire.BeforeQuestions).Append('\n');
        foreach (var question in questionnaire.Questions) Print(print, question);
        return print.ToString().Normalize();
    }

    private static void Print(StringBuilder print, Question question)
    {
        print.Append($"{question.Number}. ").AppendJoin("", GlossaryText.Parse(question.Wording).Select(segment =>
            question.Number == 1 && segment is { TermKey: "involvement" } ? $"{segment.Text} (hover or prompt)" : segment.Text));
        print.Append('\n');
        if (question is not ScaleGroupQuestion group) return;

        foreach (var point in group.Scale) print.Append($"- {point.Value} = {point.Label}\n");
        print.Append(group.Stem).Append('\n');
        foreach (var item in group.Items) print.Append($"- {GlossaryText.Plain(item.Wording)} (between 1 and 5)\n");
    }
}
