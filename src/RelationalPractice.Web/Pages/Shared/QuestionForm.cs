using System.Globalization;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>One question with what was answered or typed so far; <c>_Question</c> shows each answer type.</summary>
/// <param name="Typed">The value of a field by its name, or null where it was left empty.</param>
public sealed record QuestionForm(Questionnaire Questionnaire, Question Question, Glossary Glossary, Tier Tier, Func<string, string?> Typed)
{
    public const string WordingId = "question";

    public bool Young => Questionnaire.Audience == Audience.YoungPerson;

    public Wording Wording => Wording.Of(WordingId, Question.Wording, Glossary);

    public BeforeYouWrite Before => new(Tier == Tier.Anonymous, Young);

    /// <summary>Shows answers that are kept.</summary>
    public static QuestionForm OfAnswers(Questionnaire questionnaire, Question question, Glossary glossary, Tier tier, SurveyAnswers answers) =>
        new(questionnaire, question, glossary, tier, field => Posted(answers.GetValueOrDefault(field)));

    /// <summary>Shows what was typed beside its problems.</summary>
    public static QuestionForm OfReading(Questionnaire questionnaire, Question question, Glossary glossary, Tier tier, AnswerReading reading) =>
        new(questionnaire, question, glossary, tier, reading.Typed.GetValueOrDefault);

    public ScaleField Scale(ScoredGroupQuestion group) => new(
        [.. group.Items.Select(item => new ScaledItem(item.Key, Wording.Of(item.Key, item.Wording, Glossary), Typed(item.Key)))],
        [.. group.Scale.Select(point => new ScaleChoice(point.Posted, point.Label))])
    {
        Stem = (group as ScaleGroupQuestion)?.Stem
    };

    public ScaleField Dials(DialGroupQuestion group)
    {
        var field = Scale(group);
        return field with { Choices = [.. field.Choices, new ScaleChoice(DialGroupQuestion.NotSure, group.NotSureLabel)] };
    }

    /// <summary>An answer as its field holds it.</summary>
    public static string? Posted(AnswerValue? value) => value?.Text ?? value?.Choice ?? value?.Score?.ToString(CultureInfo.InvariantCulture);
}
